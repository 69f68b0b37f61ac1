// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/archive_p.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <map>
#include <set>
#include <utility>

namespace pathgan {

// How lists and the like travel.

template <class T>
concept IsReal = std::same_as<T, double> || std::same_as<T, float>;

template <class T>
void describe(Encoder &a, const std::vector<T> &list)
{
    a.count(list.size());
    if constexpr (IsReal<T>)
        a.numbers(list.data(), list.size());
    else
        for (const T &item : list)
            a.value(item);
}

template <class T>
void describe(Decoder &a, std::vector<T> &list)
{
    list.clear();
    if constexpr (IsReal<T>) {
        const std::size_t size = a.length(sizeof(T));
        list.resize(size);
        a.numbers(list.data(), size);
    } else {
        constexpr std::size_t trusted = 4096; // more only as they turn out to be there
        const std::size_t size = a.length(1);
        list.reserve(std::min(size, trusted));
        for (std::size_t i = 0; i < size && a.isFine(); ++i)
            a.value(list.emplace_back());
    }
}

template <class T, std::size_t size>
void describe(Encoder &a, const std::array<T, size> &items)
{
    for (const T &item : items)
        a.value(item);
}
template <class T, std::size_t size>
void describe(Decoder &a, std::array<T, size> &items)
{
    for (T &item : items)
        a.value(item);
}

template <class A, class B>
void describe(Encoder &a, const std::pair<A, B> &two)
{
    a.value(two.first);
    a.value(two.second);
}
template <class A, class B>
void describe(Decoder &a, std::pair<A, B> &two)
{
    a.value(two.first);
    a.value(two.second);
}

template <class Key, class T>
void describe(Encoder &a, const std::map<Key, T> &map)
{
    a.count(map.size());
    for (const auto &entry : map)
        a.value(entry);
}
template <class Key, class T>
void describe(Decoder &a, std::map<Key, T> &map)
{
    map.clear();
    for (std::size_t left = a.length(2); left > 0 && a.isFine(); --left) {
        std::pair<Key, T> entry;
        a.value(entry);
        a.require(map.empty() || map.rbegin()->first < entry.first);
        map.insert(map.end(), std::move(entry));
    }
}

template <class Key>
void describe(Encoder &a, const std::set<Key> &set)
{
    a.count(set.size());
    for (const Key &key : set)
        a.value(key);
}
template <class Key>
void describe(Decoder &a, std::set<Key> &set)
{
    set.clear();
    for (std::size_t left = a.length(1); left > 0 && a.isFine(); --left) {
        Key key;
        a.value(key);
        a.require(set.empty() || *set.rbegin() < key);
        set.insert(set.end(), std::move(key));
    }
}

} // namespace pathgan
