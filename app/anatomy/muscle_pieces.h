// Which pieces a muscle's solid is made of: the names behind the whole part of Mesh::fibreCoordinates.x.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace myo::anatomy {

/// Piece names of every muscle in the order of their indices. A muscle that joins others (iliopsoas) has their pieces,
/// named by the member where that has one piece, else "<member>.<piece>".
class MusclePieces {
public:
    /// Reads assets/anatomy/muscles.tsv.
    static Result<MusclePieces> read(const std::filesystem::path& musclesTable);

    /// The piece names of a muscle; empty if the muscle is unknown.
    [[nodiscard]] const std::vector<std::string>& of(const std::string& muscle) const;
    /// The index of a piece; "" stands for the only or first piece. Nothing if muscle or piece is unknown.
    [[nodiscard]] std::optional<int> index(const std::string& muscle, const std::string& piece) const;
    /// Ids of all muscles of the atlas's list (without neighbours), sorted.
    [[nodiscard]] const std::vector<std::string>& atlasList() const { return atlasList_; }

private:
    std::map<std::string, std::vector<std::string>> pieces_;
    std::vector<std::string> atlasList_;
    std::vector<std::string> none_;
};

}  // namespace myo::anatomy
