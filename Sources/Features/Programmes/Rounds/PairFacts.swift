// SPDX-License-Identifier: EUPL-1.2

import Practitioners

/// One side of a pair as bits, so that a pair is weighed in a few instructions: a programme of a thousand on each side has a
/// million pairs.
struct PairFacts: Sendable {
    let topics: UInt64
    /// Of a practitioner: the topics that they would like most.
    let liked: UInt64
    let languages: UInt64
    let fluent: UInt64
    let formats: UInt64
    let times: UInt64
    let regions: UInt64
    let sectors: UInt64
    /// What two people of one line, or one and the same, are known by.
    let email: String
    let manager: String

    init(_ choices: Choices, liked: Choices = Choices(), email: String?, manager: String?) {
        topics = Self.bits(choices.all(Specialism.self))
        self.liked = Self.bits(liked.all(Specialism.self))
        languages = Self.bits(choices.all(SpokenLanguage.self))
        fluent = Self.bits(choices.all(SpokenLanguage.self).filter(choices.isFluent))
        formats = Self.bits(choices.all(MeetingFormat.self))
        times = Self.bits(choices.all(UsualTime.self))
        regions = Self.bits(choices.all(Region.self))
        sectors = Self.bits(choices.all(Sector.self))
        self.email = email ?? ""
        self.manager = manager ?? ""
    }

    /// Whether the client could work with the practitioner at all: a language and a way of meeting in common.
    @inline(__always)
    static func canWork(_ client: PairFacts, _ practitioner: PairFacts) -> Bool {
        client.languages & practitioner.languages != 0 && client.formats & practitioner.formats != 0
    }

    /// The same person, or one of the other's line.
    ///
    /// A line manager is neither coach nor mentor of those they manage.
    static func areApart(_ client: PairFacts, _ practitioner: PairFacts) -> Bool {
        (!client.email.isEmpty && (client.email == practitioner.email || client.email == practitioner.manager))
            || (!practitioner.email.isEmpty && practitioner.email == client.manager)
    }

    private static func bits<Answer: Choice>(_ answers: [Answer]) -> UInt64 {
        let all = Array(Answer.allCases)
        return answers.reduce(0) { bits, answer in
            all.firstIndex(of: answer).map { bits | 1 << UInt64($0) } ?? bits
        }
    }
}

/// Why a pair has its points.
package enum ScorePart: String, CaseIterable, Sendable {
    case topics, times, language, region, sector
    /// The client named the practitioner.
    case named
    /// Topics that the practitioner would like most.
    case liked
    /// The practitioner named the client.
    case namedBack = "named-back"

    package var words: String { "programmes.part." + rawValue }
}

/// The points of a pair, from each side; every number of the product's scoring stands here.
struct PairScore: Sendable, Equatable {
    var client: Int32 = 0
    var practitioner: Int32 = 0

    private static let named: [Int32] = [60, 50, 40, 30, 20]
    private static let topic: Int32 = 12
    private static let sharedTopic: Int32 = 4
    private static let time: Int32 = 2
    private static let most: Int32 = 5

    @inline(__always)
    init(_ client: PairFacts, _ practitioner: PairFacts, named: Int?, namedBack: Int?) {
        let shared = min(Int32((client.topics & practitioner.topics).nonzeroBitCount), Self.most)
        let times = min(Int32((client.times & practitioner.times).nonzeroBitCount), Self.most)
        self.client = Self.topic * shared + Self.time * times
        if client.languages & practitioner.fluent != 0 { self.client += 6 }
        if client.regions & practitioner.regions != 0 { self.client += 6 }
        if client.sectors & practitioner.sectors != 0 { self.client += 6 }
        if let named { self.client += Self.named[min(max(named, 1), 5) - 1] }
        let liked = min(Int32((client.topics & practitioner.liked).nonzeroBitCount), Self.most)
        self.practitioner = Self.topic * liked + Self.sharedTopic * shared + Self.time * times
        if let namedBack { self.practitioner += Self.named[min(max(namedBack, 1), 5) - 1] }
    }

    /// The same as a list: what of it comes from where, nothing left out.
    static func parts(
        _ client: PairFacts, _ practitioner: PairFacts, named place: Int?, namedBack: Int?
    ) -> [(part: ScorePart, points: Int)] {
        let shared = min((client.topics & practitioner.topics).nonzeroBitCount, Int(most))
        let times = min((client.times & practitioner.times).nonzeroBitCount, Int(most))
        let liked = min((client.topics & practitioner.liked).nonzeroBitCount, Int(most))
        let parts: [(ScorePart, Int)] = [
            (.named, place.map { Int(named[min(max($0, 1), 5) - 1]) } ?? 0),
            (.topics, Int(topic) * shared), (.times, Int(time) * times),
            (.language, client.languages & practitioner.fluent != 0 ? 6 : 0),
            (.region, client.regions & practitioner.regions != 0 ? 6 : 0),
            (.sector, client.sectors & practitioner.sectors != 0 ? 6 : 0),
            (.namedBack, namedBack.map { Int(named[min(max($0, 1), 5) - 1]) } ?? 0),
            (.liked, Int(topic) * liked + Int(sharedTopic) * shared + Int(time) * times),
        ]
        return parts.filter { $0.1 > 0 }.map { (part: $0.0, points: $0.1) }
    }
}
