// SPDX-License-Identifier: EUPL-1.2

/// Why a round could not be set up or finished; closed, so that a page and the command line can word each case.
package enum RoundError: Error, Equatable {
    package enum Fault: Sendable, Equatable { case unknownPractitioner, duplicate, scoreOutOfRange }

    /// The pair at this position breaks a guarantee of `RoundProblem`.
    case invalid(Fault, pair: Int)
    case capacityOutOfRange(practitioner: Int)
    /// The arrays do not describe lists at all: a mistake of the caller, not of the data.
    case malformed
    /// The goal needs the practitioners' scores, and the problem has none.
    case practitionerScoresMissing
    /// The caller asked to stop.
    case cancelled
    /// A pinned pair is not acceptable, pinned twice, or its practitioner has no place left.
    case impossiblePin(client: Int, practitioner: Int)
    /// A result failed its own proof. Never expected; the result is withheld.
    case certificateFailed
}
