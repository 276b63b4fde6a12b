// Signs of the icon font (Fork Awesome, SIL Open Font License), by what they stand for here.
#pragma once

#include <array>

namespace myo::ui::icon {

inline constexpr const char* explore = "\uf14e";
inline constexpr const char* paint = "\uf1fc";
inline constexpr const char* learn = "\uf19d";
inline constexpr const char* present = "\uf26c";
inline constexpr const char* man = "\uf183";
inline constexpr const char* woman = "\uf182";
inline constexpr const char* ownModel = "\uf1b2";
inline constexpr const char* undo = "\uf0e2";
inline constexpr const char* redo = "\uf01e";
inline constexpr const char* share = "\uf1e0";
inline constexpr const char* settings = "\uf013";
inline constexpr const char* help = "\uf128";
inline constexpr const char* picture = "\uf03e";
inline constexpr const char* save = "\uf0c7";
inline constexpr const char* search = "\uf002";
inline constexpr const char* close = "\uf00d";
inline constexpr const char* warning = "\uf071";
inline constexpr const char* ambulance = "\uf0f9";
inline constexpr const char* today = "\uf017";
inline constexpr const char* seeSomeone = "\uf0f0";
inline constexpr const char* hide = "\uf070";
inline constexpr const char* ghost = "\uf042";
inline constexpr const char* isolate = "\uf05b";
inline constexpr const char* dig = "\uf175";
inline constexpr const char* showAll = "\uf06e";
inline constexpr const char* frame = "\uf065";
inline constexpr const char* reset = "\uf015";
inline constexpr const char* points = "\uf192";
inline constexpr const char* labels = "\uf02b";
inline constexpr const char* cut = "\uf0c4";
inline constexpr const char* pin = "\uf08d";
inline constexpr const char* compare = "\uf24e";
inline constexpr const char* unverified = "\uf127";
inline constexpr const char* analogy = "\uf24d";
inline constexpr const char* confirmed = "\uf00c";
inline constexpr const char* retold = "\uf02d";
inline constexpr const char* tour = "\uf277";
inline constexpr const char* next = "\uf054";
inline constexpr const char* previous = "\uf053";
inline constexpr const char* filter = "\uf0b0";
inline constexpr const char* hint = "\uf0eb";
inline constexpr const char* progress = "\uf080";
inline constexpr const char* begin = "\uf04b";
inline constexpr const char* right = "\uf00c";

/// All of them lie within this range; only these are loaded.
inline constexpr std::array all{
    explore, paint,     learn,   present, man,   woman,    ownModel,  undo,  redo,       share,   settings,
    help,    picture,   save,    search,  close, warning,  ambulance, today, seeSomeone, hide,    ghost,
    isolate, dig,       showAll, frame,   reset, points,   labels,    cut,   pin,        compare, unverified,
    analogy, confirmed, retold,  tour,    next,  previous, filter,    hint,  progress,   begin,   right};

}  // namespace myo::ui::icon
