// SPDX-License-Identifier: EUPL-1.2

/// What somebody wants help with and a practitioner works on. Never a diagnosis or anything else that says how a person is.
package enum Specialism: String, Choice {
    package static let facet = Facet.specialism

    case newManagers = "new-managers"
    case leadingTeams = "leading-teams"
    case seniorLeadership = "senior-leadership"
    case firstExecutiveRole = "first-executive-role"
    case earlyCareer = "early-career"
    case careerChange = "career-change"
    case promotion
    case interviews
    case returnToWork = "return-to-work"
    case parentsAndCarers = "parents-and-carers"
    case retirement
    case redundancy
    case confidence
    case assertiveness
    case presenting
    case difficultConversations = "difficult-conversations"
    case conflict
    case feedback
    case delegation
    case timeAndPriorities = "time-and-priorities"
    case workloadAndStress = "workload-and-stress"
    case resilience
    case wellbeing
    case workLifeBalance = "work-life-balance"
    case decisions
    case strategicThinking = "strategic-thinking"
    case leadingChange = "leading-change"
    case goingThroughChange = "going-through-change"
    case partnershipWorking = "partnership-working"
    case politicalEnvironment = "political-environment"
    case governance
    case financeAndBudgets = "finance-and-budgets"
    case projects
    case digital
    case clinicalLeadership = "clinical-leadership"
    case socialCarePractice = "social-care-practice"
    case schoolLeadership = "school-leadership"
    case equalityAndBelonging = "equality-and-belonging"
    case neurodiversity
    case disabilityAndHealth = "disability-and-health"
    case menopause
    case welshAtWork = "welsh-at-work"
}
