//! The roles of an org: built in, stated, and the ladder between them.

use crate::graph_support::cycles;
use crate::id::{Names, Sym};
use crate::org::build::{place_of, report_cycle, small};
use crate::org::data::{RoleData, RoleStatement};
use crate::org::error::{Fault, Kind};
use crate::org::index::RoleIx;
use crate::org::path::Path;
use crate::org::resolve::Resolver;
use crate::role::{BUILT_IN_ROLES, RoleClass};

/// Joins the built-in roles and those that are stated, and returns which are stated.
pub(super) fn roles(
    cx: &mut Resolver,
    stated: Vec<(Sym, RoleStatement<Sym>)>,
) -> (Vec<RoleData>, Vec<RoleIx>) {
    let mut roles = Vec::with_capacity(BUILT_IN_ROLES.len() + stated.len());
    for built_in in BUILT_IN_ROLES {
        let id = cx.names.intern(built_in.id);
        cx.roles.insert(id, RoleIx::new(roles.len()));
        roles.push(RoleData { id, class: built_in.class, built_in: Some(built_in), stated: None });
    }
    let mut handles = Vec::with_capacity(stated.len());
    let mut is_stated: Vec<bool> = Vec::new();
    for (id, role) in &stated {
        let at = |names: &Names| place_of(Kind::Role, 0, names.resolve(*id));
        cx.check_id(Kind::Role, *id, at);
        let known = cx.roles.insert(*id, RoleIx::new(roles.len()));
        let ix = known.unwrap_or_else(|| RoleIx::new(roles.len()));
        if is_stated.get(ix.index()) == Some(&true) {
            let (at, text) = (at(&cx.names), cx.text(*id));
            cx.fault(at, Fault::DuplicateId { kind: Kind::Role, id: text });
        }
        is_stated.resize(is_stated.len().max(ix.index() + 1), false);
        if let Some(is_stated) = is_stated.get_mut(ix.index()) {
            *is_stated = true;
        }
        handles.push(ix);
        let built_in = known.and_then(|ix| roles.get(ix.index())).and_then(|role: &RoleData| role.built_in);
        let class = class_of(cx, *id, role.class, built_in.map(|built_in| built_in.class));
        if known.is_none() {
            roles.push(RoleData { id: *id, class, built_in: None, stated: None });
        }
    }
    for ((id, role), &ix) in stated.into_iter().zip(&handles) {
        let role = role_statement(cx, id, role);
        if let Some(data) = roles.get_mut(ix.index()) {
            data.stated = Some(role);
        }
    }
    check_ladder(cx, &roles);
    (roles, handles)
}

/// Returns the class of a role, given what is stated and what is built in.
fn class_of(cx: &mut Resolver, id: Sym, stated: Option<RoleClass>, built_in: Option<RoleClass>) -> RoleClass {
    let fault = match (stated, built_in) {
        (Some(stated), Some(built_in)) if stated != built_in => {
            Fault::BuiltInRoleClass { id: cx.text(id), built_in, stated }
        }
        (Some(class), _) | (None, Some(class)) => return class,
        (None, None) => Fault::RoleWithoutClass { id: cx.text(id) },
    };
    let field = if matches!(fault, Fault::BuiltInRoleClass { .. }) { "class" } else { "" };
    let at = place_of(Kind::Role, 0, cx.names.resolve(id)).field(field);
    cx.fault(at, fault);
    RoleClass::Other
}

fn role_statement(cx: &mut Resolver, id: Sym, role: RoleStatement<Sym>) -> RoleStatement<RoleIx> {
    let RoleStatement { class, name, approves_up_to, pay_band, levels, next } = role;
    let at = |names: &Names| place_of(Kind::Role, 0, names.resolve(id)).key("next");
    if let Some(next) = &next {
        cx.check_list(Kind::Role, next, Some(id), at);
    }
    let next = next.map(|next| {
        let resolve = |(index, sym)| cx.role(sym, |names| at(names).index(index));
        next.into_iter().enumerate().map(resolve).collect()
    });
    RoleStatement { class, name, approves_up_to, pay_band, levels, next }
}

/// Checks that the stated steps of the career ladder lead nowhere back (S21, S22).
fn check_ladder(cx: &mut Resolver, roles: &[RoleData]) {
    let steps = roles.iter().enumerate().flat_map(|(from, role)| {
        let next = role.stated.as_ref().and_then(|role| role.next.as_deref()).unwrap_or_default();
        next.iter().filter(move |to| to.index() != from).map(move |to| (small(from), small(to.index())))
    });
    let ids: Vec<Sym> = roles.iter().map(|role| role.id).collect();
    for cycle in cycles(roles.len(), steps) {
        report_cycle(cx, "roles lead on", &ids, &cycle, |_, id| Path::new().key("roles").key(id).key("next"));
    }
}
