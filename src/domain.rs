//! The domain, statement by statement: what this crate models, and where each part of it is held.
//!
//! The domain compares two roles of a digital marketing department, the *digital marketing manager* (DMM) and the
//! *specialist*, so that teams are built well and careers are clear. It comes in 25 statements, S01 to S25, which
//! rules, types and tests cite by number. Each has its place below:
//! - **Rules** are those that find where an org breaks the statement; each links to its explanation (`bagan explain
//!   RULE`).
//! - **Named by** lists rules that take the statement into account, and hold another one.
//! - **Ask** names the part of the API that answers about the statement for one org.
//! - **See** names the example that shows it: `cargo run --example check_org` runs `check_org`.
//!
//! Each statement also has a test in `tests/statements/`: the story of an org that keeps it, and of the same org with
//! one fault. Rules that cite no statement say that they are a policy of this crate.
//!
//! A statement is held as far as an org states what it is about. An org that says nothing of whom people work with, of
//! pay or of decision rights hears nothing of it; one without any outcome or KPI hears so once.
//!
//! # Focus
//! ## S01: one ecosystem, two roles
//! Both roles work in the same ecosystem and differ in role, focus and responsibility; who knows the difference builds
//! a good team.
//! - **Rules**: none, for this is the frame of all others. What sets one role class apart from another is one table.
//! - **Ask**: [`RoleClass`](crate::RoleClass), [`ClassFacts`](crate::ClassFacts),
//!   [`Position::class`](crate::Position::class), [`check`](crate::check),
//!   [`Overview::of`](crate::overview::Overview::of).
//! - **See**: `check_org`, a whole department; `build_in_code`.
//!
//! ## S02: breadth and depth
//! A DMM covers the breadth of strategy, a specialist the depth of tactics and of the daily work.
//! - **Rules**: [SPC001] `too-many-channels`.
//! - **Ask**: [`ClassFacts::focus`], [`Focus`](crate::Focus), [`Position::channels`].
//! - **In part**: the depth. That a DMM covers all channels is nothing that a rule asks.
//! - **See**: `check_org`, where one specialist has three channels.
//!
//! ## S03: the DMM answers for the result
//! A DMM makes the strategic decisions and answers for the final, bottom-line result.
//! - **Rules**: [ACC001] `strategy-below-manager`.
//! - **Ask**: [`Outcome::kind`](crate::Outcome::kind), [`Outcome::accountable`](crate::Outcome::accountable),
//!   [`Position::accountable_for`], [`Matrix::raci`](crate::Matrix::raci).
//! - **See**: `who_answers`.
//!
//! ## S04: budget, KPIs, channels as one
//! A DMM's days: planning the budget, setting high-level KPIs for the team, making all channels work together.
//! - **Rules**: [KPI001] `manager-without-kpi`, [KPI002] `kpi-adrift`, [KPI003] `targets-fall-short`,
//!   [COL005] `channels-not-integrated`, [BUD009] `unfunded-channel`.
//! - **Ask**: [`Position::budget`](crate::Position::budget), [`Position::given`], [`Kpi::owner`](crate::Kpi::owner),
//!   [`Kpi::contributes_to`](crate::Kpi::contributes_to), [`Channel::positions`], [`Position::works_with`].
//! - **See**: `check_org`.
//!
//! ## S05: why and what
//! A DMM decides why something is done and what the larger goal is.
//! - **Rules**: [DEC001] `strategy-decided-below`, [DEC002] `tactics-decided-above`.
//! - **Ask**: [`Position::decides`], [`DecisionRight::is_strategic`](crate::DecisionRight::is_strategic),
//!   [`Matrix::decisions`], [`ClassFacts::decides`](crate::ClassFacts::decides).
//! - **See**: `who_answers`.
//!
//! ## S06: for example, SEO or paid social
//! Should more of the annual budget go to SEO or to paid social, to reach the acquisition target? That is a DMM's
//! decision.
//! - **Rules**: [RSK004] `spend-concentration`.
//! - **Not held**: how much a channel should get. The decision is the DMM's; the crate keeps it within what is held
//!   (S12), shows how concentrated it is, and proposes no split.
//! - **Ask**: [`Position::given`], [`Position::delegated`], [`Delegation::channel`](crate::Delegation::channel),
//!   [`Concentration::of`](crate::metrics::Concentration::of),
//!   [`Concentration::of_budget`](crate::metrics::Concentration::of_budget).
//! - **See**: `structure_figures`, how concentrated the budget is.
//!
//! ## S07: the specialist is the expert
//! A specialist does the technical work and answers for the operational details that drive one channel.
//! - **Rules**: [SPC002] `specialist-without-channel`, [SPC003] `channel-without-specialist`,
//!   [ACC002] `channel-without-owner`, [RSK003] `single-point-of-failure`.
//! - **Named by**: [ACC004] `accountable-without-authority`, [RPT006] `span-too-narrow`.
//! - **Ask**: [`Channel::positions`], [`Position::is_assigned`](crate::Position::is_assigned), [`Outcome::channel`],
//!   [`Coverage::of_channels`].
//! - **See**: `who_answers`; `structure_figures`, how few people the channels hang on.
//!
//! ## S08: one or two channels
//! A specialist masters the current tools and techniques of one or two channels.
//! - **Rules**: [SPC001] `too-many-channels`, [SPC002] `specialist-without-channel`.
//! - **Ask**: [`Position::channels`], [`ClassFacts::channels_at_most`](crate::ClassFacts::channels_at_most).
//! - **See**: `check_org`.
//!
//! ## S09: how and what now
//! A specialist decides how something is implemented and which technical step comes next.
//! - **Rules**: [DEC001] `strategy-decided-below`, [DEC002] `tactics-decided-above`.
//! - **Ask**: [`Position::decides`], [`DecisionRight`](crate::DecisionRight), [`Matrix::decisions`].
//! - **See**: `who_answers`.
//!
//! ## S10: for example, keyword research
//! The targeting of social ads, in-depth keyword research, meta descriptions that work: tasks of a specialist.
//! - **Rules**: none, for single tasks are not part of an org. What they have in common is: they are decided as how or
//!   what now (S09), on an assigned channel (S08), for a tactical outcome (S07).
//! - **Ask**: [`DecisionRight::WhatNow`](crate::DecisionRight::WhatNow),
//!   [`OutcomeKind::Tactical`](crate::OutcomeKind::Tactical), [`Outcome::responsible`].
//! - **See**: `who_answers`, who works on which result.
//!
//! # Budget, team, risk
//! ## S11: responsibility has levels
//! The levels of responsibility differ, and reflect seniority and the risk of the job.
//! - **Rules**: [RPT004] `inverted-line`, [RSK001] `risk-above-role`, [ACC004] `accountable-without-authority`,
//!   [ACC005] `authority-without-accountability`, [ACC011] `accountability-overload`.
//! - **Ask**: [`RoleClass::rank`](crate::RoleClass::rank), [`ClassFacts::risk`],
//!   [`Position::chain`](crate::Position::chain),
//!   [`Concentration::of_accountability`](crate::metrics::Concentration::of_accountability).
//! - **See**: `risk_of_a_design`; `structure_figures`.
//!
//! ## S12: the DMM's budget
//! A DMM sets and allocates the department's total budget, and is accountable for the return on the whole strategy.
//! - **Rules**: [BUD001] `over-delegation`, [BUD005] `budget-below-manager`, [BUD006] `department-without-budget`,
//!   [BUD009] `unfunded-channel`, [BUD010] `idle-budget`, [ACC004] `accountable-without-authority`,
//!   [ACC005] `authority-without-accountability`, [ACC010] `roi-unowned`, [RSK006] `duties-not-segregated`.
//! - **Ask**: [`Position::held`](crate::Position::held), [`Position::delegated`],
//!   [`Position::accounts`](crate::Position::accounts), [`OutcomeTopic::Roi`](crate::OutcomeTopic::Roi),
//!   [`Ledger::balances`](crate::Ledger::balances).
//! - **See**: `check_org`, where one DMM gives away more than there is; `approval_service`.
//!
//! ## S13: the specialist's spend
//! A specialist manages daily and weekly spend in the assigned channel, within limits that the DMM set.
//! - **Rules**: [BUD002] `limit-above-delegator`, [BUD003] `delegation-off-line`,
//!   [BUD004] `delegation-outside-channels`, [BUD005] `budget-below-manager`, [BUD007] `unlimited-specialist`,
//!   [BUD013] `sub-delegation-not-allowed`, [BUD014] `no-approver`, [RSK005] `self-approval`,
//!   [RSK006] `duties-not-segregated`.
//! - **Named by**: [SPC002] `specialist-without-channel`.
//! - **Ask**: [`Ledger::decide`](crate::Ledger::decide), [`Decision::tests`](crate::Decision::tests),
//!   [`Decision::route`](crate::Decision::route), [`Delegation::limits`](crate::Delegation::limits),
//!   [`Account::cut_from`](crate::Account::cut_from), [`Matrix::authority`](crate::Matrix::authority),
//!   [`Ledger::exposure`](crate::Ledger::exposure).
//! - **See**: `decide_spend`, a day of requests; `approval_service`.
//!
//! ## S14: the DMM's team
//! A DMM leads, recruits and develops the whole team of specialists, and is accountable for what they achieve
//! together.
//! - **Rules**: [RPT002] `team-without-manager`, [RPT008] `vacant-manager`, [ACC006] `nobody-responsible`,
//!   [ACC007] `responsible-outside-team`, [ACC008] `accountable-vacant`, [ACC009] `team-performance-unowned`.
//! - **Not held**: how people are recruited and developed. The crate sees empty seats, who stands in, and who could
//!   follow whom (S21).
//! - **Ask**: [`Position::subtree`](crate::Position::subtree), [`Position::is_vacant`](crate::Position::is_vacant),
//!   [`Position::occupant_on`](crate::Position::occupant_on), [`Outcome::responsible`],
//!   [`OutcomeTopic::TeamPerformance`](crate::OutcomeTopic::TeamPerformance), [`Cover::of`](crate::career::Cover::of).
//! - **See**: `who_answers`; `check_org`, where one DMM's seat is empty.
//!
//! ## S15: the specialist's line
//! A specialist works independently in the field of expertise, and reports to a DMM or to a senior specialist.
//! - **Rules**: [RPT001] `specialist-outside-line`.
//! - **Named by**: [RPT006] `span-too-narrow`.
//! - **In part**: that a DMM leaves the how to the expert is held under S09.
//! - **Ask**: [`Position::manager`], [`ClassFacts::reports_to`](crate::ClassFacts::reports_to),
//!   [`Position::dotted_lines`].
//! - **See**: `build_in_code`.
//!
//! ## S16: the DMM's risk is high
//! A DMM answers for the failure of the strategy or of the business result.
//! - **Rules**: [ACC001] `strategy-below-manager`, [RSK001] `risk-above-role`, [RSK002] `manager-without-risk`.
//! - **Ask**: [`Outcome::risk`], [`outcome_risk`](crate::risk::outcome_risk), [`burdens`](crate::risk::burdens),
//!   [`Outcome::rests_on`](crate::Outcome::rests_on).
//! - **See**: `risk_of_a_design`, who bears which loss.
//!
//! ## S17: the specialist's risk is medium
//! A specialist answers for a tactical failure in a given channel.
//! - **Rules**: [RSK001] `risk-above-role`, [RSK003] `single-point-of-failure`, [ACC002] `channel-without-owner`,
//!   [ACC003] `tactics-outside-channel`.
//! - **Named by**: [SPC002] `specialist-without-channel`.
//! - **Ask**: [`Outcome::risk`], [`Outcome::channel`], [`burden`](crate::risk::burden), [`Position::accountable_for`],
//!   [`Coverage::of_channels`].
//! - **See**: `risk_of_a_design`.
//!
//! # Collaboration across divisions
//! ## S18: the DMM works across divisions
//! A DMM often works with the C-level and the heads of other departments, to align with the company's goals and to
//! report marketing's effect on the business.
//! - **Rules**: [COL001] `manager-without-executive-contact`, [COL002] `manager-without-peer-department`,
//!   [COL004] `specialist-bypasses-manager`, [RPT003] `manager-without-executive`.
//! - **Named by**: [RPT006] `span-too-narrow`.
//! - **Not held**: how often. An org states who works with whom, and no calendar.
//! - **Ask**: [`Position::works_with`], [`Position::dotted_lines`], [`Outcome::informed`](crate::Outcome::informed),
//!   [`RoleClass::is_executive`], [`Lines::Collaboration`](crate::metrics::Lines::Collaboration),
//!   [`Structure::betweenness`](crate::metrics::Structure::betweenness).
//! - **See**: `structure_figures`, who connects the others.
//!
//! ## S19: the specialist works within marketing
//! A specialist works mainly with others in marketing, such as a copywriter or a graphic designer, and reports
//! tactical progress to the DMM.
//! - **Rules**: [COL003] `specialist-isolated`, [COL004] `specialist-bypasses-manager`.
//! - **Ask**: [`Position::works_with`], [`ClassFacts::works_with`](crate::ClassFacts::works_with),
//!   [`Position::manager`].
//! - **See**: `structure_figures`.
//!
//! # Career and pay
//! ## S20: focus and risk decide growth and pay
//! The difference in focus and risk decides how far one grows and what one is paid.
//! - **Rules**: [PAY002] `specialist-ceiling-above-manager`, [PAY005] `bands-out-of-order`.
//! - **Named by**: [RSK001] `risk-above-role`.
//! - **Ask**: [`ClassFacts::risk`], [`ClassFacts::focus`], [`Role::pay_band`],
//!   [`midpoint_steps`](crate::pay::midpoint_steps).
//! - **See**: `careers_and_pay`.
//!
//! ## S21: the specialist's paths
//! A specialist's is an entry-level to mid-level role; its natural paths lead to DMM, or to senior or lead specialist.
//! - **Rules**: [CAR001] `dead-end-role`, [CAR002] `step-off-ladder`, [CAR003] `no-successor`,
//!   [CAR004] `level-outside-role`.
//! - **Named by**: [RPT007] `too-many-layers`.
//! - **Ask**: [`Ladder::candidates`](crate::career::Ladder::candidates),
//!   [`Ladder::fewest_steps`](crate::career::Ladder::fewest_steps), [`ClassFacts::next`],
//!   [`Role::stated_next`](crate::Role::stated_next), [`Role::levels`], [`Position::level`](crate::Position::level).
//! - **See**: `careers_and_pay`.
//!
//! ## S22: the DMM's path
//! A DMM's is a mid-level to senior role, and opens the way to director or VP of marketing, where the focus is wider
//! business strategy.
//! - **Rules**: [CAR001] `dead-end-role`, [CAR002] `step-off-ladder`, [CAR004] `level-outside-role`,
//!   [RPT003] `manager-without-executive`.
//! - **Named by**: [RPT007] `too-many-layers`.
//! - **Ask**: [`Ladder::steps_from`](crate::career::Ladder::steps_from), [`ClassFacts::next`],
//!   [`Focus::Business`](crate::Focus::Business), [`Role::levels`], [`RoleClass::is_executive`].
//! - **See**: `careers_and_pay`.
//!
//! ## S23: the DMM is paid far more
//! A DMM is paid far more, for carrying the larger risk and for results that bear directly on revenue.
//! - **Rules**: [PAY003] `manager-midpoint-too-close`, [PAY004] `report-paid-above-manager`.
//! - **Named by**: [RSK002] `manager-without-risk`.
//! - **Ask**: [`midpoint_gap`](crate::pay::midpoint_gap), [`supervisor_premium`](crate::pay::supervisor_premium),
//!   [`Position::pay`](crate::Position::pay),
//!   [`Settings::manager_midpoint_at_least`](crate::Settings::manager_midpoint_at_least).
//! - **See**: `careers_and_pay`.
//!
//! ## S24: the specialist's ceiling
//! A specialist's pay is competitive within the field, with a lower ceiling than that of the DMM, who manages across
//! functions.
//! - **Rules**: [PAY001] `pay-outside-band`, [PAY002] `specialist-ceiling-above-manager`,
//!   [PAY005] `bands-out-of-order`.
//! - **Ask**: [`ceiling_gap`](crate::pay::ceiling_gap), [`compa_ratio`](crate::pay::compa_ratio), [`Role::pay_band`],
//!   [`PayBand::maximum`](crate::PayBand::maximum).
//! - **See**: `careers_and_pay`.
//!
//! ## S25: no figures of our own
//! What is paid in a country is not part of the domain: bands come from whoever states the org.
//! - **Rules**: none, for this is a promise of the crate and not of an org. No amount is built in: a role without a
//!   stated band has none, and every amount in the examples is made up, and says so.
//! - **Named by**: [PAY001] `pay-outside-band`, [PAY003] `manager-midpoint-too-close`.
//! - **Ask**: [`Role::pay_band`], [`BUILT_IN_ROLES`](crate::BUILT_IN_ROLES).
//! - **See**: `explain_rule`, which prints where a threshold comes from.
//!
//! [ACC001]: crate::rules::accountability::StrategyBelowManager
//! [ACC002]: crate::rules::accountability::ChannelWithoutOwner
//! [ACC003]: crate::rules::accountability::TacticsOutsideChannel
//! [ACC004]: crate::rules::accountability::AccountableWithoutAuthority
//! [ACC005]: crate::rules::accountability::AuthorityWithoutAccountability
//! [ACC006]: crate::rules::accountability::NobodyResponsible
//! [ACC007]: crate::rules::accountability::ResponsibleOutsideTeam
//! [ACC008]: crate::rules::accountability::AccountableVacant
//! [ACC009]: crate::rules::accountability::TeamPerformanceUnowned
//! [ACC010]: crate::rules::accountability::RoiUnowned
//! [ACC011]: crate::rules::accountability::AccountabilityOverload
//! [BUD001]: crate::rules::budget::OverDelegation
//! [BUD002]: crate::rules::budget::LimitAboveDelegator
//! [BUD003]: crate::rules::budget::DelegationOffLine
//! [BUD004]: crate::rules::budget::DelegationOutsideChannels
//! [BUD005]: crate::rules::budget::BudgetBelowManager
//! [BUD006]: crate::rules::budget::DepartmentWithoutBudget
//! [BUD007]: crate::rules::budget::UnlimitedSpecialist
//! [BUD009]: crate::rules::budget::UnfundedChannel
//! [BUD010]: crate::rules::budget::IdleBudget
//! [BUD013]: crate::rules::budget::SubDelegationNotAllowed
//! [BUD014]: crate::rules::budget::NoApprover
//! [CAR001]: crate::rules::career::DeadEndRole
//! [CAR002]: crate::rules::career::StepOffLadder
//! [CAR003]: crate::rules::career::NoSuccessor
//! [CAR004]: crate::rules::career::LevelOutsideRole
//! [COL001]: crate::rules::collaboration::ManagerWithoutExecutiveContact
//! [COL002]: crate::rules::collaboration::ManagerWithoutPeerDepartment
//! [COL003]: crate::rules::collaboration::SpecialistIsolated
//! [COL004]: crate::rules::collaboration::SpecialistBypassesManager
//! [COL005]: crate::rules::collaboration::ChannelsNotIntegrated
//! [DEC001]: crate::rules::decision::StrategyDecidedBelow
//! [DEC002]: crate::rules::decision::TacticsDecidedAbove
//! [KPI001]: crate::rules::kpi::ManagerWithoutKpi
//! [KPI002]: crate::rules::kpi::KpiAdrift
//! [KPI003]: crate::rules::kpi::TargetsFallShort
//! [PAY001]: crate::rules::pay::PayOutsideBand
//! [PAY002]: crate::rules::pay::SpecialistCeilingAboveManager
//! [PAY003]: crate::rules::pay::ManagerMidpointTooClose
//! [PAY004]: crate::rules::pay::ReportPaidAboveManager
//! [PAY005]: crate::rules::pay::BandsOutOfOrder
//! [RPT001]: crate::rules::reporting::SpecialistOutsideLine
//! [RPT002]: crate::rules::reporting::TeamWithoutManager
//! [RPT003]: crate::rules::reporting::ManagerWithoutExecutive
//! [RPT004]: crate::rules::reporting::InvertedLine
//! [RPT006]: crate::rules::reporting::SpanTooNarrow
//! [RPT007]: crate::rules::reporting::TooManyLayers
//! [RPT008]: crate::rules::reporting::VacantManager
//! [RSK001]: crate::rules::risk::RiskAboveRole
//! [RSK002]: crate::rules::risk::ManagerWithoutRisk
//! [RSK003]: crate::rules::risk::SinglePointOfFailure
//! [RSK004]: crate::rules::risk::SpendConcentration
//! [RSK005]: crate::rules::risk::SelfApproval
//! [RSK006]: crate::rules::risk::DutiesNotSegregated
//! [SPC001]: crate::rules::specialisation::TooManyChannels
//! [SPC002]: crate::rules::specialisation::SpecialistWithoutChannel
//! [SPC003]: crate::rules::specialisation::ChannelWithoutSpecialist
//! [`Channel::positions`]: crate::Channel::positions
//! [`ClassFacts::focus`]: crate::ClassFacts::focus
//! [`ClassFacts::next`]: crate::ClassFacts::next
//! [`ClassFacts::risk`]: crate::ClassFacts::risk
//! [`Coverage::of_channels`]: crate::metrics::Coverage::of_channels
//! [`Matrix::decisions`]: crate::Matrix::decisions
//! [`Outcome::channel`]: crate::Outcome::channel
//! [`Outcome::responsible`]: crate::Outcome::responsible
//! [`Outcome::risk`]: crate::Outcome::risk
//! [`Position::accountable_for`]: crate::Position::accountable_for
//! [`Position::channels`]: crate::Position::channels
//! [`Position::decides`]: crate::Position::decides
//! [`Position::delegated`]: crate::Position::delegated
//! [`Position::dotted_lines`]: crate::Position::dotted_lines
//! [`Position::given`]: crate::Position::given
//! [`Position::manager`]: crate::Position::manager
//! [`Position::works_with`]: crate::Position::works_with
//! [`Role::levels`]: crate::Role::levels
//! [`Role::pay_band`]: crate::Role::pay_band
//! [`RoleClass::is_executive`]: crate::RoleClass::is_executive
