// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import SQL

/// A client who has applied.
struct Applicant: Sendable {
    let person: PersonID
    let name: String
    let choices: Choices
    let facts: PairFacts
    let organisation: String
    let department: String
    let grade: String
    /// With somebody of this programme at present.
    let isPlaced: Bool
}

/// A practitioner who offers places.
struct Offering: Sendable {
    let person: PersonID
    let name: String
    let organisation: String
    let choices: Choices
    let facts: PairFacts
    /// Places that a round may fill: offered and not yet promised, and free at all.
    let places: Int
}

/// Everybody of a programme and everything that decides who may be matched with whom, read in one transaction.
struct ProgrammePeople: Sendable {
    struct Pair: Hashable, Sendable {
        let client: PersonID
        let practitioner: PersonID
    }

    let applicants: [Applicant]
    let offerings: [Offering]
    /// Whom each person named, and as which.
    let named: [PersonID: [PersonID: Int]]
    /// Pairs that the programme has matched before; a pair that ended is not tried again, and nobody is told why.
    let before: Set<Pair>
    /// Who has declared a tie with whom, by address; it holds in both directions.
    private let ties: Set<TiedPair>

    private struct TiedPair: Hashable, Sendable {
        let person: PersonID
        let other: String
    }

    init(_ programme: Programme, in reader: Reader, pool: PoolID) throws {
        var before: Set<Pair> = []
        var placed: Set<PersonID> = []
        var promised: [PersonID: (all: Int, notHeld: Int)] = [:]
        for row in try reader.rows(TakingSQL.matches, pool, programme.id) {
            let pair = Pair(client: try row.id("client_id"), practitioner: try row.id("practitioner_id"))
            before.insert(pair)
            let step = try row.text("step")
            guard ["asked", "accepted", "arranged", "chosen"].contains(step) else { continue }
            placed.insert(pair.client)
            promised[pair.practitioner, default: (0, 0)].all += 1
            // A place that a request only asks for is still free in the practitioner's own count.
            if step == "asked" { promised[pair.practitioner, default: (0, 0)].notHeld += 1 }
        }
        self.before = before
        ties = Set(
            try reader.rows(TakingSQL.ties, pool, programme.id).map {
                TiedPair(person: try $0.id("person_id"), other: try $0.text("other_key"))
            })
        let naming = programme.terms.naming
        var named: [PersonID: [PersonID: Int]] = [:]
        if naming != .nobody {
            for row in try reader.rows(TakingSQL.allNamed, pool, programme.id) {
                named[try row.id("person_id"), default: [:]][try row.id("other_id")] = try row.int("place")
            }
        }
        self.named = named
        applicants = try reader.rows(TakingSQL.applicants, pool, programme.id).map {
            try Self.applicant($0, isPlaced: placed.contains(try $0.id("client_id")))
        }
        offerings = try reader.rows(TakingSQL.offerings, pool, programme.id).map { row in
            let promised = promised[try row.id("practitioner_id")] ?? (0, 0)
            let places = min(try row.int("places") - promised.all, try row.int("free") - promised.notHeld)
            return try Self.offering(row, places: max(0, min(places, 1_000)))
        }.filter { offering in
            offering.choices.contains(programme.terms.discipline)
                && (!programme.terms.onlyFree || offering.choices.contains(Fee.free))
        }
    }

    /// Whether the two may be matched, and what they weigh; `nil` where they may not.
    func score(_ client: Applicant, _ practitioner: Offering) -> PairScore? {
        guard PairFacts.canWork(client.facts, practitioner.facts), !areApart(client, practitioner) else { return nil }
        return PairScore(
            client.facts, practitioner.facts, named: named[client.person]?[practitioner.person],
            namedBack: named[practitioner.person]?[client.person])
    }

    func areApart(_ client: Applicant, _ practitioner: Offering) -> Bool {
        client.person == practitioner.person || PairFacts.areApart(client.facts, practitioner.facts)
            || areTied(client, practitioner)
            || before.contains(Pair(client: client.person, practitioner: practitioner.person))
    }

    /// Ethics: global/GLOBAL-1.18, wme/WME-4.9
    private func areTied(_ client: Applicant, _ practitioner: Offering) -> Bool {
        !ties.isEmpty
            && (ties.contains(TiedPair(person: client.person, other: practitioner.facts.email))
                || ties.contains(TiedPair(person: practitioner.person, other: client.facts.email)))
    }

    private static func applicant(_ row: Row, isPlaced: Bool) throws -> Applicant {
        let choices = Choices(stored: try row.text("choices"))
        return Applicant(
            person: try row.id("client_id"), name: try name(row), choices: choices,
            facts: PairFacts(
                choices, email: try row.optionalText("email_key"), manager: try row.optionalText("manager_email_key")),
            organisation: try row.optionalText("organisation") ?? "", department: try row.text("department"),
            grade: try row.text("grade"), isPlaced: isPlaced)
    }

    private static func offering(_ row: Row, places: Int) throws -> Offering {
        let choices = Choices(stored: try row.text("choices"))
        return Offering(
            person: try row.id("practitioner_id"), name: try name(row),
            organisation: try row.optionalText("organisation") ?? "", choices: choices,
            facts: PairFacts(
                choices, liked: Choices(stored: try row.text("liked")), email: try row.optionalText("email_key"),
                manager: try row.optionalText("manager_email_key")),
            places: places)
    }

    private static func name(_ row: Row) throws -> String {
        [try row.text("given_name"), try row.text("family_name")].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
