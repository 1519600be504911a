// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Web

/// A claim as it is typed; its kind stands in the address.
struct ClaimForm: Form {
    let title: String
    let issuer: String
    let number: String
    let from: Day?
    let until: Day?

    init(reading fields: inout FieldReader) {
        title = fields.line("title", most: 120)
        issuer = fields.line("issuer", most: 120, optional: true)
        number = fields.line("number", most: 60, optional: true)
        from = fields.day("from", optional: true)
        until = fields.day("until", optional: true)
    }

    func details(_ kind: ClaimKind) throws -> ClaimDetails {
        if kind == .expertise, Specialism(rawValue: title) == nil { throw PractitionersError.notFound }
        return ClaimDetails(kind, title: title, issuer: issuer, number: number, from: from, until: until)
    }
}

/// A file that shows a claim.
struct EvidenceForm: Form {
    static let bodyLimit = EvidenceFile.most + (64 << 10)

    let file: EvidenceFile?

    init(reading fields: inout FieldReader) {
        guard let sent = fields.fields.value("evidence")?.file, !sent.bytes.isEmpty else {
            fields.fail("evidence", "no-file")
            file = nil
            return
        }
        do {
            file = try EvidenceFile(name: sent.name, bytes: sent.bytes)
        } catch {
            fields.fail("evidence", error.rawValue)
            file = nil
        }
    }
}

/// Which state of a claim is meant: the one that the page showed.
struct ClaimVersionForm: Form {
    let version: Int

    init(reading fields: inout FieldReader) {
        version = fields.number("version", 1...1_000_000) ?? 0
    }
}

struct VerificationForm: Form {
    let version: Int
    let method: VerificationMethod?

    init(reading fields: inout FieldReader) {
        version = fields.number("version", 1...1_000_000) ?? 0
        method = fields.choice("method", VerificationMethod.self)
    }
}
