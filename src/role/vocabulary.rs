//! The words in which the domain speaks of roles.

use crate::words::word_enum;

word_enum! {
    /// What a role looks at, from the whole business down to one channel.
    pub enum Focus ("focus") {
        /// The wider strategy of the business (S22).
        Business = "business",
        /// The breadth of marketing strategy (S02).
        Strategy = "strategy",
        /// The depth of tactics and of the day-to-day work (S02).
        Tactics = "tactics",
    }
}

word_enum! {
    /// A question that a role decides.
    pub enum DecisionRight ("decision right") {
        /// Why something is done: the goal (S05).
        Why = "why",
        /// What is done to reach it (S05).
        What = "what",
        /// How it is implemented (S09).
        How = "how",
        /// Which technical step comes next (S09).
        WhatNow = "what-now",
    }
}

impl DecisionRight {
    /// Returns whether the question is one of strategy: why or what (S05), not how or what now (S09).
    ///
    /// ```
    /// use bagan::DecisionRight;
    ///
    /// assert!(DecisionRight::What.is_strategic());
    /// assert!(!DecisionRight::WhatNow.is_strategic());
    /// ```
    #[must_use]
    pub const fn is_strategic(self) -> bool {
        matches!(self, Self::Why | Self::What)
    }
}

word_enum! {
    /// How much is at stake when a role fails (S11); the order is from low to high.
    ///
    /// ```
    /// use bagan::Risk;
    ///
    /// assert!(Risk::Medium < Risk::High);
    /// ```
    pub enum Risk ("risk") {
        /// Little; no statement speaks of it.
        Low = "low",
        /// A tactical failure in a given channel (S17).
        Medium = "medium",
        /// The failure of the strategy or of the business result (S16).
        High = "high",
    }
}

word_enum! {
    /// How far a career has come; the order is from entry level up (S21, S22).
    pub enum Seniority ("seniority") {
        /// Entry level: where a specialist may start (S21).
        Entry = "entry",
        /// Mid level: a seasoned specialist (S21), a new DMM (S22).
        Mid = "mid",
        /// Senior level: a seasoned DMM (S22).
        Senior = "senior",
        /// Above senior level: the C-level that a DMM reports to (S18).
        Executive = "executive",
    }
}

word_enum! {
    /// Whether a role class may do something.
    pub enum Permission ("permission") {
        /// It may.
        Allowed = "allowed",
        /// It may not.
        NotAllowed = "not-allowed",
    }
}

impl Permission {
    /// Returns whether this is [`Permission::Allowed`].
    #[must_use]
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn risk_and_seniority_are_ordered_upwards() {
        assert!(Risk::ALL.is_sorted());
        assert!(Risk::Low < Risk::High);
        assert!(Seniority::ALL.is_sorted());
        assert!(Seniority::Entry < Seniority::Executive);
    }

    #[test]
    fn decisions_are_strategic_or_tactical() {
        let strategic: Vec<_> = DecisionRight::ALL.iter().filter(|right| right.is_strategic()).collect();
        assert_eq!(strategic, [&DecisionRight::Why, &DecisionRight::What]);
    }

    #[test]
    fn words_are_those_of_files() {
        assert_eq!("what-now".parse(), Ok(DecisionRight::WhatNow));
        assert_eq!("not-allowed".parse(), Ok(Permission::NotAllowed));
        assert!(Permission::Allowed.is_allowed() && !Permission::NotAllowed.is_allowed());
        assert_eq!(
            "politics".parse::<Focus>().unwrap_err().to_string(),
            "`politics` is not a focus: expected `business`, `strategy` or `tactics`"
        );
    }
}
