// SPDX-License-Identifier: EUPL-1.2

import Codes
import Journal
import Kernel
import PolicyPacks
import Pools
import Practitioners
import SQL

/// What the pool of the demonstration follows and asks for, and what its practitioners have shown: packs adopted, an edition
/// accepted, claims in several states, things that wait.
struct DemoGates {
    let demo: DemoPool
    let pool: PoolID
    let administrator: Viewer

    /// Adopts, chooses, announces, decides; before anybody is listed.
    func found() async throws {
        let codes = CodesDesk(
            try PackFolder.shipped(), database: demo.database, time: FixedTime(now: demo.start), ids: demo.ids)
        for pack in ["global", "wme"] { try await codes.adopt(pack, by: administrator) }
        if let year = Measure(.init(4, .sessions), per: .init(1, .years)) {
            try await codes.choose(NumberKey(.supervisionSessions), year, by: administrator)
        }
        if let days = Measure(.init(14, .days)) {
            try await codes.choose(NumberKey(.requestExpiry), days, by: administrator)
        }
        try await codes.announce(acceptBy: demo.start.adding(days: 14).day, by: administrator)
        try await desk(0).save(
            [
                ServiceType(
                    .coaching, isOffered: true, needs: [.credential, .indemnity],
                    words: [
                        .english: "A coach asks, so that you find your own answers.",
                        .welsh: "Mae hyfforddwr yn gofyn, er mwyn i chi ddod o hyd i’ch atebion eich hun.",
                    ], sessions: 6, months: 6),
                ServiceType(
                    .mentoring, isOffered: true, needs: [.indemnity, .expertise],
                    words: [
                        .english: "A mentor knows what you want to develop and shares experience.",
                        .welsh: "Mae mentor yn adnabod yr hyn rydych am ei ddatblygu ac yn rhannu profiad.",
                    ], sessions: 10, months: 12),
            ], pool: pool, actor: .program)
        try await SaveSettings(database: demo.database, ids: demo.ids)(
            [
                .contact: "pool@pool.example, 01632 960 001",
                .crisisEnglish: "Samaritans: 116 123, day and night.",
                .crisisWelsh: "Samariaid: 116 123, ddydd a nos.", .admissionReferences: "1", .sponsors: "yes",
            ], by: administrator, at: demo.start)
    }

    /// What a practitioner needs to be found: the code accepted, cover, a qualification, and what they know confirmed.
    func show(_ somebody: DemoPool.Somebody, _ profile: Profile, index: Int) async throws {
        let viewer = demo.viewer(somebody, pool)
        try await desk(1).acceptCode(1, by: viewer)
        // One of them has cover that runs out soon.
        let until = demo.start.adding(days: index == 3 ? 60 : 400).day
        try await verified(
            ClaimDetails(.indemnity, title: "Professional indemnity", issuer: somebody.organisation, until: until),
            .copy, viewer)
        try await verified(
            ClaimDetails(
                .qualification, title: "Level 7 Certificate in Coaching and Mentoring", issuer: "Coleg y Bont",
                number: "CYB-\(1000 + index)"), .original, viewer)
        guard profile.choices.contains(Discipline.mentoring) else { return }
        for specialism in profile.choices.all(Specialism.self) {
            try await verified(ClaimDetails(.expertise, title: specialism.rawValue), .work, viewer)
        }
    }

    /// Things that wait: an applicant to approve, a claim to check, somebody who wants to come back.
    func leaveWaiting(_ applicants: ArraySlice<DemoPool.Somebody>, _ listed: ArraySlice<DemoPool.Somebody>) async throws
    {
        if let applicant = applicants.first {
            let viewer = demo.viewer(applicant, pool)
            try await desk(40).acceptCode(1, by: viewer)
            _ = try await desk(40).claim(
                ClaimDetails(
                    .accreditation, title: "Practitioner", issuer: "A body of coaches", number: "P-204",
                    until: demo.start.adding(days: 700).day), by: viewer)
            try await desk(41).publish(by: viewer)
            try await desk(41).apply(by: viewer)
        }
        guard let away = listed.last else { return }
        try await desk(20).stepBack(until: nil, by: demo.viewer(away, pool))
        try await desk(43).askToReturn(by: demo.viewer(away, pool))
    }

    private func verified(_ details: ClaimDetails, _ method: VerificationMethod, _ viewer: Viewer) async throws {
        let claim = try await desk(1).claim(details, by: viewer)
        try await desk(1).verify(claim, version: 1, how: method, by: administrator)
    }

    private func desk(_ day: Int) -> PractitionerDesk {
        PractitionerDesk(
            database: demo.database, time: FixedTime(now: demo.start.adding(days: day)), ids: demo.ids)
    }
}
