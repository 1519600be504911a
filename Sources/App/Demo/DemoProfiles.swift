// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners

/// What the practitioners of the demonstration offer: a few ways of working, spread so that every filter finds somebody.
enum DemoProfiles {
    private struct Way {
        let approach: String
        let methods: String
        let disciplines: [Discipline]
        let topics: [Specialism]
        let experience: Experience
    }

    private static let ways: [Way] = [
        Way(
            approach:
                "I ask questions that slow a busy mind down. Most people leave with one thing they want to try before we meet again.",
            methods: "Conversation, a few drawings, and a short note of what you decided if you want one.",
            disciplines: [.coaching], topics: [.newManagers, .confidence, .difficultConversations, .delegation],
            experience: .practised),
        Way(
            approach:
                "Twenty years of leading services taught me what I would do differently. I share that where it helps and keep quiet where it does not.",
            methods: "Stories from practice, introductions, reading together.",
            disciplines: [.mentoring],
            topics: [.seniorLeadership, .politicalEnvironment, .governance, .financeAndBudgets],
            experience: .senior),
        Way(
            approach:
                "Change is easier to face with somebody beside you. We look at what is yours to decide and what is not.",
            methods: "Mapping the people around you, rehearsing talks that matter, small experiments.",
            disciplines: [.coaching, .mentoring],
            topics: [.goingThroughChange, .leadingChange, .resilience, .redundancy],
            experience: .practised),
        Way(
            approach: "I work with people who have come back after a pause, and with those about to take one.",
            methods: "Planning by weeks, practising how to say no, looking after energy.",
            disciplines: [.coaching], topics: [.returnToWork, .parentsAndCarers, .workLifeBalance, .timeAndPriorities],
            experience: .starting),
        Way(
            approach: "You bring the project, I bring patience and a pencil. We find the next step and the one after.",
            methods: "Whiteboards, premortems, honest feedback.",
            disciplines: [.mentoring], topics: [.projects, .digital, .partnershipWorking, .decisions],
            experience: .practised),
        Way(
            approach:
                "Early in a working life a good listener is worth more than good advice. I try to be the first and offer the second when asked.",
            methods: "Practice interviews, reading job advertisements together, naming strengths.",
            disciplines: [.coaching, .mentoring], topics: [.earlyCareer, .careerChange, .promotion, .interviews],
            experience: .starting),
    ]

    private static let regions = [Region.cardiffAndVale, .northWestWales, .swanseaBay, .midWales, .gwent, .valleys]
    private static let sectors = [
        Sector.localGovernment, .health, .fireAndRescue, .housing, .furtherEducation, .environment, .culture,
        .voluntary,
    ]

    /// The profile of the index-th practitioner.
    static func profile(_ index: Int) -> Profile {
        let way = ways[index % ways.count]
        var choices = Choices()
        choices.insert(way.disciplines)
        choices.insert(way.topics)
        choices.insert(way.experience)
        choices.insertFluent(.en)
        if index % 3 == 0 { choices.insertFluent(.cy) } else if index % 3 == 1 { choices.insert(SpokenLanguage.cy) }
        if index % 7 == 2 { choices.insert(SpokenLanguage.bsl) }
        choices.insert(regions[index % regions.count])
        choices.insert(sectors[index % sectors.count])
        choices.insert(MeetingFormat.video)
        choices.insert(index % 2 == 0 ? MeetingFormat.inPerson : .phone)
        choices.insert(index % 9 == 4 ? Fee.charged : .free)
        let times = UsualTime.allCases
        for step in 0..<4 { choices.insert(times[(index * 2 + step * 3) % 15]) }
        let adjustments = Adjustment.allCases
        choices.insert([adjustments[index % adjustments.count], adjustments[(index + 3) % adjustments.count]])
        return Profile(approach: way.approach, methods: way.methods, choices: choices, places: 1 + index % 4)
    }
}
