#include "atlas/model.h"

namespace myo::atlas {

Muscle::Muscle() = default;
Muscle::Muscle(const Muscle&) = default;
Muscle::Muscle(Muscle&&) noexcept = default;
Muscle& Muscle::operator=(const Muscle&) = default;
Muscle& Muscle::operator=(Muscle&&) noexcept = default;
Muscle::~Muscle() = default;

}  // namespace myo::atlas
