#include "shell/window_loader.h"

#include <exception>
#include <utility>

namespace myo::shell {

WindowLoader::WindowLoader(std::shared_ptr<const atlas::Atlas> atlas, SharedBody body,
                           const std::function<void()>& wake)
    : body_(std::move(body)), search_(wake), bodies_(wake) {
    search_.start([atlas](const JobControl&) { return std::make_shared<const search::SearchIndex>(*atlas); });
    bodies_.start([atlas, body = body_](const JobControl& control) {
        return prepareBody(atlas, {body, {}, {}}, {control.part(0.0F, 1.0F), control.stop()},
                           [&](ReadyBody early) { JobRunner<ReadyBody>::publish(control, std::move(early)); });
    });
}

bool WindowLoader::deliverBody(session::Library& library) {
    if (library.body != body_) {
        bodies_.stop();  // another body has been opened meanwhile, with zones of its own
        return false;
    }
    bool fresh = false;
    while (auto ready = bodies_.take()) {
        fresh = true;
        library.caster = std::move(ready->caster);
        if (ready->referral) {
            library.setReferral(std::move(ready->referral));
            library.matcher = std::move(ready->matcher);
        }
    }
    return fresh;
}

bool WindowLoader::deliver(session::Library& library) {
    bool fresh = false;
    try {
        if (auto search = search_.take()) {
            library.search = std::move(*search);
            fresh = true;
        }
        return deliverBody(library) || fresh;
    } catch (const std::exception& failure) {
        library.problems.push_back({{}, std::string("the pain zones cannot be shown: ") + failure.what(), ""});
        return true;
    }
}

}  // namespace myo::shell
