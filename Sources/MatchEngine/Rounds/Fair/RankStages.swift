// SPDX-License-Identifier: EUPL-1.2

/// The graph of a rank-maximal round as it grows rank by rank, with the pairs taken out that no such round can use.
///
/// Source: Irving, Kavitha, Mehlhorn, Michail and Paluch, *Rank-maximal matchings* (2006). A practitioner with several
/// places stands for as many equal vertices; these always carry the same label, so one label is kept for all.
final class RankStages {
    /// Alive pairs: `lists.start ..< lists.end`; what has not been read yet begins at `unread`.
    let lists: CostLists
    let matching: Cardinality
    private let unread: Buffer<Int32>
    private let trueEnd: Buffer<Int32>
    private let isClosedClient: Buffer<Bool>
    private let isClosedPractitioner: Buffer<Bool>

    init(_ ranked: RankedLists, capacities: [Int32]) {
        lists = ranked.lists
        unread = Buffer(uninitialized: lists.owners)
        trueEnd = Buffer(uninitialized: lists.owners)
        for client in 0..<lists.owners {
            unread[client] = lists.start[client]
            trueEnd[client] = lists.end[client]
            lists.end[client] = lists.start[client]
        }
        isClosedClient = Buffer(lists.owners, false)
        isClosedPractitioner = Buffer(capacities.count, false)
        matching = Cardinality(lists: lists, capacities: capacities)
    }

    /// Lets in the pairs of one rank between people who are still open.
    ///
    /// - Returns: whether there were any.
    func admit(rank: Int) -> Bool {
        var admitted = false
        for client in 0..<lists.owners where !isClosedClient.base[client] {
            var index = Int(unread.base[client])
            let end = Int(trueEnd.base[client])
            while index < end {
                let entry = lists.entries.base[index]
                if lists.cost(entry) > rank { break }
                index &+= 1
                if isClosedPractitioner.base[lists.party(entry)] { continue }
                lists.entries.base[Int(lists.end.base[client])] = entry
                lists.end.base[client] &+= 1
                admitted = true
            }
            unread.base[client] = Int32(truncatingIfNeeded: index)
        }
        return admitted
    }

    /// Whether the stage still has the pair.
    func allows(_ client: Int, _ practitioner: Int) -> Bool {
        (Int(lists.start[client])..<Int(lists.end[client])).contains {
            lists.party(lists.entries.base[$0]) == practitioner
        }
    }

    /// After the matching has been completed: closes everybody who is matched in every largest matching of the stage,
    /// and takes out the pairs that none of these uses.
    func decompose() {
        let fromRoom = peopleNearRoom()
        for client in 0..<lists.owners {
            let isEven = matching.isReached(client)
            let isOdd = fromRoom.clients.base[client]
            if isEven { continue }
            isClosedClient.base[client] = true
            lists.shrink(owner: client) { practitioner in
                let practitionerIsOdd = matching.isInDemand(practitioner)
                let practitionerIsEven = fromRoom.practitioners.base[practitioner]
                if isOdd { return practitionerIsEven }
                return !practitionerIsOdd
            }
        }
        for practitioner in 0..<isClosedPractitioner.count where !fromRoom.practitioners.base[practitioner] {
            isClosedPractitioner.base[practitioner] = true
        }
    }

    /// Everybody from whom an empty place can be reached by exchanges: the practitioners of even and clients of odd
    /// kind.
    private func peopleNearRoom() -> (clients: Buffer<Bool>, practitioners: Buffer<Bool>) {
        let count = isClosedPractitioner.count
        let clients = Buffer<Bool>(lists.owners, false)
        let practitioners = Buffer<Bool>(count, false)
        let (start, suitors) = turned()
        var queue: [Int32] = []
        for practitioner in 0..<count where matching.filled[practitioner] < matching.room[practitioner] {
            practitioners.base[practitioner] = true
            queue.append(Int32(truncatingIfNeeded: practitioner))
        }
        var next = 0
        while next < queue.count {
            let practitioner = Int(queue[next])
            next += 1
            for index in Int(start.base[practitioner])..<Int(start.base[practitioner + 1]) {
                let client = Int(suitors.base[index])
                if clients.base[client] { continue }
                clients.base[client] = true
                guard let own = matching.practitioner(of: client), !practitioners.base[own] else { continue }
                practitioners.base[own] = true
                queue.append(Int32(truncatingIfNeeded: own))
            }
        }
        return (clients, practitioners)
    }

    private func turned() -> (start: Buffer<Int32>, suitors: Buffer<Int32>) {
        let count = isClosedPractitioner.count
        let start = Buffer<Int32>(count + 2, 0)
        var total = 0
        for client in 0..<lists.owners {
            let low = Int(lists.start.base[client])
            let high = Int(lists.end.base[client])
            for index in low..<high { start.base[lists.party(lists.entries.base[index]) + 2] += 1 }
            total += high - low
        }
        for practitioner in 0..<count { start.base[practitioner + 2] += start.base[practitioner + 1] }
        let suitors = Buffer<Int32>(uninitialized: total)
        for client in 0..<lists.owners {
            for index in Int(lists.start.base[client])..<Int(lists.end.base[client]) {
                let practitioner = lists.party(lists.entries.base[index])
                suitors.base[Int(start.base[practitioner + 1])] = Int32(truncatingIfNeeded: client)
                start.base[practitioner + 1] += 1
            }
        }
        return (start, suitors)
    }
}
