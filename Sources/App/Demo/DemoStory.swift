// SPDX-License-Identifier: EUPL-1.2

import Engagements
import Kernel
import Matching
import Practitioners

/// Requests in every state, and engagements that wait for their agreement: what a pool looks like after some weeks.
struct DemoStory {
    private enum Ending: CaseIterable {
        case open, accepted, arranged, declined, goneOn, withdrawn, notThisTime
    }

    let demo: DemoPool
    let pool: PoolID

    /// Each client of the first dozen has asked somebody of another organisation; how it went takes turns.
    ///
    /// - Returns: a client and a practitioner who went on together.
    func tell(_ people: [DemoPool.Somebody]) async throws -> [DemoPool.Somebody] {
        var together: [DemoPool.Somebody] = []
        let clients = people.filter { $0.roles == [.client] }.prefix(14)
        let practitioners = people.filter { $0.roles.contains(.practitioner) }.dropLast(2)
        for (index, client) in clients.enumerated() {
            let place = (index * 5) % practitioners.count
            guard let asked = practitioners.dropFirst(place).first(where: { $0.organisation != client.organisation }),
                let number = practitioners.firstIndex(where: { $0.person == asked.person })
            else { continue }
            let ending = Ending.allCases[index % Ending.allCases.count]
            let wentOn = try await play(ending, client, asked, DemoProfiles.profile(number), day: 26 + index)
            if wentOn, together.isEmpty { together = [client, asked] }
        }
        return together
    }

    /// - Returns: whether it led to an engagement.
    private func play(
        _ ending: Ending, _ client: DemoPool.Somebody, _ practitioner: DemoPool.Somebody, _ profile: Profile, day: Int
    ) async throws -> Bool {
        let (asking, asked) = (demo.viewer(client, pool), demo.viewer(practitioner, pool))
        guard let discipline = profile.choices.all(Discipline.self).first else { return false }
        var topics = Choices()
        topics.insert(profile.choices.all(Specialism.self).prefix(2))
        let wish = RequestWish(discipline: discipline, format: .video, choices: topics)
        let request = try await desk(day).ask(practitioner.person, for: wish, by: asking)
        switch ending {
        case .open: return false
        case .declined:
            try await desk(day + 1).decline(request, because: .noTime, by: asked)
            return false
        case .withdrawn:
            try await desk(day + 1).withdraw(request, by: asking)
            return false
        case .accepted, .arranged, .goneOn, .notThisTime: break
        }
        do {
            try await desk(day + 1).accept(request, by: asked)
        } catch MatchingError.noPlace {
            return false  // they are full by now: the request stays open, as it would
        }
        if ending == .accepted { return false }
        let meeting = FirstConversation(format: .video, day: demo.start.adding(days: day + 4).day, time: "10:00")
        try await desk(day + 2).arrange(meeting, for: request, by: asked)
        if ending == .notThisTime { try await desk(day + 5).notThisTime(request, by: asking) }
        guard ending == .goneOn else { return false }
        let moment = FixedTime(now: demo.start.adding(days: day + 5))
        _ = try await EngagementDesk(database: demo.database, time: moment, ids: demo.ids)
            .goOn(from: request, by: asking)
        return true
    }

    private func desk(_ day: Int) -> MatchingDesk {
        MatchingDesk(database: demo.database, time: FixedTime(now: demo.start.adding(days: day)), ids: demo.ids)
    }
}
