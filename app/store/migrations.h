// The tables of the store, and how older ones become them.
#pragma once

#include "store/database.h"

namespace myo::store {

/// The version that this program writes: how many migrations there are.
[[nodiscard]] int newestVersion();
/// The version of a database; 0 for an empty one. \throw DatabaseError, damaged if it is the database of something else
[[nodiscard]] int versionOf(Database& database);
/// Brings an older database up to this program's version, in one transaction. Two programs may do so at once.
/// \throw DatabaseError; the database is as before then
void migrate(Database& database);

}  // namespace myo::store
