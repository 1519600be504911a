// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import Programmes
import SQL

/// A programme that is open, with applications and places, so that a lead has a round to draft.
struct DemoProgramme {
    let demo: DemoPool
    let pool: PoolID

    func open(_ people: [DemoPool.Somebody]) async throws {
        let now = demo.start.adding(days: 40)
        let desk = ProgrammeDesk(database: demo.database, time: FixedTime(now: now), ids: demo.ids)
        guard let steward = people.first(where: { $0.roles.contains(.administrator) }) else { return }
        let terms = ProgrammeTerms(
            name: "Spring coaching", about: "Six sessions with somebody outside your own organisation.",
            discipline: .coaching, opensOn: Day(number: now.day.number - 5), closesOn: Day(number: now.day.number + 30),
            beginsOn: Day(number: now.day.number + 40), endsOn: Day(number: now.day.number + 250), sessions: 6,
            naming: .both)
        let programme = try await desk.make(terms, owner: nil, by: demo.viewer(steward, pool))
        let coaches = people.filter { $0.roles.contains(.practitioner) }.dropLast(2)
        for (index, coach) in coaches.enumerated()
        where DemoProfiles.profile(index).choices.contains(Discipline.coaching) {
            let profile = DemoProfiles.profile(index)
            var liked = Choices()
            liked.insert(profile.choices.all(Specialism.self).prefix(1))
            try await desk.offer(1, liking: liked, to: programme, by: demo.viewer(coach, pool))
        }
        for (index, client) in people.filter({ $0.roles == [.client] }).suffix(18).enumerated() {
            var choices = Choices()
            choices.insert(DemoProfiles.profile(index).choices.all(Specialism.self).prefix(3))
            choices.insert(index % 3 == 0 ? SpokenLanguage.cy : .en)
            choices.insert([MeetingFormat.video, .phone])
            choices.insert(DemoProfiles.profile(index + 2).choices.all(UsualTime.self))
            try await desk.apply(to: programme, with: choices, by: demo.viewer(client, pool))
        }
        // The lead's own round stands from the first moment, so that there is something to look at.
        _ = try await desk.askRound(of: programme, by: demo.viewer(steward, pool))
    }
}
