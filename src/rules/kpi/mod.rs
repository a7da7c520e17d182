//! `KPI`: what is measured. Owns the rules about who has KPIs, what they contribute to and whether targets add up.
//!
//! Architecture invariant: a KPI's unit is unknown; rules compare a KPI with its parts alone.

mod kpi_adrift;
mod manager_without_kpi;
mod targets_fall_short;

pub use kpi_adrift::KpiAdrift;
pub use manager_without_kpi::ManagerWithoutKpi;
pub use targets_fall_short::TargetsFallShort;
