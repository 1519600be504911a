// SPDX-License-Identifier: EUPL-1.2

/// What a practitioner offers to whoever wants it; nobody is asked why.
package enum Adjustment: String, Choice {
    package static let facet = Facet.adjustment

    case stepFree = "step-free"
    case hearingLoop = "hearing-loop"
    case captions
    case interpreter
    case largePrint = "large-print"
    case plainWords = "plain-words"
    case shortMeetings = "short-meetings"
    case quietPlace = "quiet-place"
    case cameraOff = "camera-off"
    case companion
}
