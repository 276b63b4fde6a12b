#include "shell/window_loader.h"

#include <exception>
#include <utility>

namespace myo::shell {

WindowLoader::WindowLoader(std::shared_ptr<const atlas::Atlas> atlas, std::shared_ptr<const body::Body> body,
                           std::function<void()> wake)
    : atlas_(std::move(atlas)),
      body_(std::move(body)),
      worker_([this, wake = std::move(wake)](const std::stop_token& stop) { work(stop, wake); }) {}

void WindowLoader::work(const std::stop_token& stop, const std::function<void()>& wake) {
    try {
        auto search = std::make_shared<const search::SearchIndex>(*atlas_);
        {
            const std::lock_guard lock(mutex_);
            search_ = std::move(search);
        }
        wake();
        auto caster = std::make_shared<const body::RayCaster>(body_->structures);
        {
            const std::lock_guard lock(mutex_);
            caster_ = std::move(caster);
        }
        wake();
        const auto report = [&](float share) {
            // A repaint per percent is plenty.
            const float before = progress_.exchange(share);
            if (static_cast<int>(share * 100.0F) != static_cast<int>(before * 100.0F)) {
                wake();
            }
        };
        auto referral = std::make_shared<const referral::Referral>(*atlas_, body_, report, stop);
        if (!stop.stop_requested()) {
            auto matcher = std::make_shared<const referral::Matcher>(*referral);
            const std::lock_guard lock(mutex_);
            referral_ = std::move(referral);
            matcher_ = std::move(matcher);
        }
    } catch (const std::exception& failure) {
        const std::lock_guard lock(mutex_);
        problems_.push_back({{}, std::string("the pain zones cannot be shown: ") + failure.what(), ""});
    }
    progress_ = 1.0F;
    wake();
}

bool WindowLoader::deliver(session::Library& library) {
    const std::lock_guard lock(mutex_);
    bool fresh = !problems_.empty();
    library.problems.insert(library.problems.end(), problems_.begin(), problems_.end());
    problems_.clear();
    if (search_) {
        library.search = std::exchange(search_, nullptr);
        fresh = true;
    }
    if (library.body != body_) {
        // Another body has been opened meanwhile, with zones of its own.
        caster_.reset();
        referral_.reset();
        matcher_.reset();
    }
    if (caster_) {
        library.caster = std::exchange(caster_, nullptr);
        fresh = true;
    }
    if (referral_) {
        library.setReferral(std::exchange(referral_, nullptr));
        library.matcher = std::exchange(matcher_, nullptr);
        fresh = true;
    }
    return fresh;
}

}  // namespace myo::shell
