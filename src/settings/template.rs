//! Templates of visits in the settings: `[templates.NAME]` with its steps and with what it is for.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::domain::choice::Choice;
use crate::domain::clean::clean_line;
use crate::domain::template::Template;
use crate::domain::visit::VisitType;
use crate::lang::choice;

/// Most steps of a template.
const MOST: usize = 30;
/// Most characters of a step.
const LONGEST: usize = 200;

/// What the file says of them, by name.
pub(super) type Raw = BTreeMap<Spanned<String>, One>;

/// One template as the file has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct One {
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    types: Vec<Spanned<String>>,
    #[serde(default)]
    accounts: Vec<String>,
    #[serde(default)]
    steps: Vec<Spanned<String>>,
}

/// What is wrong, and where it stands.
pub(super) type Bad = (Range<usize>, String);

/// The templates in the order of their names.
pub(super) fn templates(raw: Raw) -> Result<Vec<Template>, Bad> {
    raw.into_iter().map(|(name, one)| template(&name, one)).collect()
}

fn template(name: &Spanned<String>, one: One) -> Result<Template, Bad> {
    let code = name.get_ref();
    let bad = |at: Range<usize>, what: String| (at, format!("templates.{code}: {what}"));
    if one.steps.is_empty() {
        return Err(bad(name.span(), "it has no steps; write steps = [\"…\", \"…\"]".to_owned()));
    }
    if one.steps.len() > MOST {
        return Err(bad(name.span(), format!("it has {} steps, more than {MOST}", one.steps.len())));
    }
    let mut steps = Vec::with_capacity(one.steps.len());
    for step in &one.steps {
        let text = clean_line(step.get_ref().trim()).into_owned();
        if text.is_empty() || text.chars().count() > LONGEST {
            return Err(bad(step.span(), format!("a step wants 1 to {LONGEST} characters")));
        }
        steps.push(text);
    }
    let kind = |typed: &Spanned<String>| {
        let known = choice::parse_choice(VisitType::LIST, VisitType::CODES, typed.get_ref());
        known.and_then(VisitType::from_code).ok_or_else(|| {
            let what = format!(
                "{} is no type of visit; there are: {}",
                typed.get_ref(),
                VisitType::CODES.join(", ")
            );
            bad(typed.span(), what)
        })
    };
    Ok(Template {
        types: one.types.iter().map(kind).collect::<Result<_, _>>()?,
        title: one.title.filter(|title| !title.trim().is_empty()).unwrap_or_default(),
        accounts: one.accounts,
        code: code.clone(),
        steps,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Settings;
    use super::*;

    #[test]
    fn a_template_of_ones_own_is_read() {
        let text = "[templates.depot]\ntitle = \"Depot round\"\ntypes = [\"site-visit\", \"销售拜访\"]\n\
                    accounts = [\"retail\"]\nsteps = [\"look\", \" ask \"]\n[templates.a]\nsteps = [\"x\"]\n";
        let all = Settings::parse(text).0.rules.templates;
        let codes: Vec<&str> = all.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["a", "depot"]);
        assert_eq!(
            (all[1].types.as_slice(), all[1].title.as_str()),
            (&[VisitType::Site, VisitType::Call][..], "Depot round")
        );
        assert_eq!(all[1].steps, ["look", "ask"]);
    }

    #[test]
    fn a_bad_template_names_its_line_and_what_would_do() {
        for (text, line, part) in [
            ("[templates.depot]\n", 1, "steps = ["),
            ("ascii = true\n[templates.depot]\ntypes = [\n\"dinner\"]\nsteps = [\"x\"]\n", 4, "sales-call"),
            ("[templates.depot]\nsteps = [\n\"x\",\n\" \",\n]\n", 4, "1 to 200"),
            ("[templates.depot]\nstep = [\"x\"]\n", 2, "step"),
            ("[templates]\ndepot = 3\n", 2, ""),
        ] {
            let (_, bad) = Settings::parse(text);
            let (found, what) = bad.first().unwrap();
            assert!(*found == Some(line) && what.contains(part), "{text}: {bad:?}");
        }
    }
}
