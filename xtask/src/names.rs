//! Short names for what the programs import from their scripts.
//!
//! wasm-bindgen ends each of these names with a hash, to keep apart what never meets here. A hash cannot be compressed, and
//! each stands in the program and in its script: together more than 3 KB of what the page loads.

use crate::process::Result;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Gives every program in a folder, and the script that goes with it, short names for what passes between them.
///
/// # Errors
/// A program has no script that gives what it imports, each once.
pub(crate) fn shorten(dist: &Path) -> Result {
    let files = fs::read_dir(dist).map_err(|error| format!("dist: {error}"))?;
    let files: Vec<PathBuf> = files.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let of_kind = |kind: &str| {
        let is = |file: &&PathBuf| file.extension().is_some_and(|extension| extension == kind);
        files.iter().filter(is).cloned().collect::<Vec<_>>()
    };
    let why = |file: &Path, error: std::io::Error| format!("{}: {error}", file.display());
    for program in of_kind("wasm") {
        let bytes = fs::read(&program).map_err(|error| why(&program, error))?;
        let (bytes, names) =
            renamed(&bytes).map_err(|error| format!("{}: {error}", program.display()))?;
        let mut given = false;
        for script in of_kind("js") {
            let text = fs::read_to_string(&script).map_err(|error| why(&script, error))?;
            if let Some(text) = answering(&text, &names)? {
                fs::write(&script, text).map_err(|error| why(&script, error))?;
                given = true;
            }
        }
        if !given && !names.imports.is_empty() {
            return Err(format!("{}: no script gives what it imports", program.display()));
        }
        fs::write(&program, bytes).map_err(|error| why(&program, error))?;
    }
    Ok(())
}

/// The long names, in the order of their short ones.
#[derive(Default, Debug, PartialEq)]
struct Names {
    /// The module that everything is imported from.
    module: String,
    imports: Vec<String>,
}

/// The short name of the module.
const MODULE: &str = "i";

/// A program with short names for its imports.
fn renamed(bytes: &[u8]) -> std::result::Result<(Vec<u8>, Names), String> {
    let mut module = Module::new();
    let mut names = Names::default();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.map_err(|error| error.to_string())?;
        if let Payload::ImportSection(section) = payload {
            let mut imports = ImportSection::new();
            for import in section.into_imports() {
                let import = import.map_err(|error| error.to_string())?;
                if !names.imports.is_empty() && names.module != import.module {
                    return Err(format!("imports from {} and {}", names.module, import.module));
                }
                let ty = RoundtripReencoder.entity_type(import.ty);
                let ty = ty.map_err(|error| error.to_string())?;
                imports.import(MODULE, &short(names.imports.len()), ty);
                import.module.clone_into(&mut names.module);
                names.imports.push(import.name.to_owned());
            }
            module.section(&imports);
        } else if let Some((id, range)) = payload.as_section() {
            let range = range.start as usize..range.end as usize;
            let data = bytes.get(range).ok_or("a section is cut off")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok((module.finish(), names))
}

/// A script that gives what is imported under these short names; none if it is not the one.
fn answering(script: &str, names: &Names) -> Result<Option<String>> {
    let module = format!("\"{}\"", names.module);
    if !script.contains(&module) {
        return Ok(None);
    }
    let mut script = script.replace(&module, &format!("\"{MODULE}\""));
    for (at, name) in names.imports.iter().enumerate() {
        let key = format!("{name}:");
        let places: Vec<usize> = script
            .match_indices(&key)
            .map(|(place, _)| place)
            .filter(|place| script[..*place].ends_with(['{', ',']))
            .collect();
        let [place] = places[..] else {
            return Err(format!(
                "{name} is given {} times by its script, and not once",
                places.len()
            ));
        };
        script.replace_range(place..place + name.len(), &short(at));
    }
    Ok(Some(script))
}

/// `a` to `Z`, then `aa` and so on.
fn short(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.insert(0, char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use wasm_encoder::{EntityType, TypeSection, ValType};

    fn program(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        let mut section = ImportSection::new();
        for (module, name) in imports {
            section.import(module, name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&section);
        module.finish()
    }

    fn names(imports: &[&str]) -> Names {
        let imports = imports.iter().map(|name| (*name).to_owned()).collect();
        Names { module: "./x_bg.js".to_owned(), imports }
    }

    #[test]
    fn a_program_and_its_script_agree_on_the_short_names() {
        let long = program(&[("./x_bg.js", "__wbg_get_0f"), ("./x_bg.js", "__wbg_get_0f1")]);
        let (short, found) = renamed(&long).expect("a program");
        assert_eq!(found, names(&["__wbg_get_0f", "__wbg_get_0f1"]));
        assert_eq!(short, program(&[("i", "a"), ("i", "b")]));
        let script =
            "f({\"./x_bg.js\":{__proto__:null,__wbg_get_0f:function(a){},__wbg_get_0f1:g}})";
        let answer = answering(script, &found).expect("each once").expect("the script");
        assert_eq!(answer, "f({\"i\":{__proto__:null,a:function(a){},b:g}})");
        assert_eq!(answering("f({\"./y_bg.js\":{}})", &found), Ok(None));
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        assert!(renamed(&program(&[("./x_bg.js", "a"), ("./y_bg.js", "b")])).is_err());
        assert!(renamed(b"no program").is_err());
        for script in ["{\"./x_bg.js\":{}}", "{\"./x_bg.js\":{get:1},y:{get:2,get:3}}"] {
            assert!(answering(script, &names(&["get"])).is_err(), "{script}");
        }
    }

    #[test]
    fn short_names_are_different() {
        let all: BTreeSet<String> = (0..10_000).map(short).collect();
        assert_eq!(all.len(), 10_000);
        assert_eq!([short(0), short(51), short(52), short(52 + 52 * 52)], ["a", "Z", "aa", "aaa"]);
    }
}
