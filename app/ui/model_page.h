// Parts that the pages of the dialogue that opens models share.
#pragma once

#include <utility>

#include "session/action.h"
#include "ui/widgets.h"

namespace myo::ui::model_page {

/// Free height between two parts, in design pixels.
void gap(const Ui& ui, float design);
/// Remembers where the last item lies, for whoever drives the window from outside.
void note(const Ui& ui, const char* name);
/// What went wrong last, if anything did.
void problem(const Ui& ui);

/// Sends an event of the dialogue.
template <class What>
void pushEvent(const Ui& ui, What what) {
    ui.push(session::ModelEvent{std::move(what)});
}

/// How the model that was read stands, and which way it is to be fitted. The dialogue has a placed model.
void placePage(const Ui& ui);

}  // namespace myo::ui::model_page
