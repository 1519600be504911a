// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools

/// What the feature refuses.
package enum CodesError: String, DomainError, CaseIterable {
    case notFound = "codes.not-found"
    /// Nothing is adopted, so that there is nothing to announce.
    case nothingAdopted = "codes.nothing-adopted"
    /// The newest edition says the same already.
    case nothingNew = "codes.nothing-new"
    /// Somebody else announced in the same moment, or a newer edition stands.
    case changedMeanwhile = "codes.changed-meanwhile"
    case acceptByPast = "codes.accept-by-past"
    /// An adopted pack asks for more.
    case laxer = "codes.laxer"
    case unitDoesNotFit = "codes.unit-does-not-fit"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .nothingAdopted, .nothingNew, .changedMeanwhile: .conflict
        case .acceptByPast: .invalid([FieldError("accept_by", "codes-day-past")])
        case .laxer: .invalid([FieldError("amount", "codes-laxer")])
        case .unitDoesNotFit: .invalid([FieldError("unit", "codes-unit")])
        }
    }
}

package enum CodesAction: String, JournalAction {
    case adopted = "codes.pack-adopted"
    case left = "codes.pack-left"
    case figureChosen = "codes.figure-chosen"
    case answerChosen = "codes.answer-chosen"
    case announced = "codes.edition-announced"
    case accepted = "codes.accepted"
}

/// What is done later for this feature; the subject of both is the pool.
package enum CodesWork: String, OutboxWork {
    /// Members are told of an edition, some hundred at a time.
    case tell = "codes.tell"
    /// The day by which an edition had to be accepted is over.
    case due = "codes.due"
}

package enum CodesLetter: String, NoticeCode, CaseIterable {
    case announced = "codes.letter.announced"
}
