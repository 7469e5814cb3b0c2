//! Builds the npm package: `cargo run -p tests --bin wasm-package`.
//!
//! Compiles `bindings-wasm`, lets wasm-bindgen (the library, so that its version is the one
//! in `Cargo.lock`) write the glue, shrinks the result with `wasm-opt` from npm and lays the
//! package out in `target/npm/innovation`. Prints the sizes and fails above the budget.
//!
//! Invariant: everything is written below the target folder.

use flate2::{Compression, write::GzEncoder};
use innovation_core::equip::{DeckRequest, deck};
use innovation_core::evaluate::{self, RubricsRequest};
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const TARGET: &str = "wasm32-unknown-unknown";

/// The package without its decks and rubrics, each file compressed, must stay below this many bytes. The
/// goal is 250,000: sorts, maps and readers compiled for many types are what there is to share.
const BUDGET: usize = 2_550_000;

fn main() -> Outcome {
    let places = Places::find()?;
    let compiled = compile(&places)?;
    let package = places.target.join("npm/innovation");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    copy(&places.root.join("bindings-wasm/npm"), &package)?;
    fs::copy(places.root.join("bindings-wasm/README.md"), package.join("README.md"))?;
    agree_on_version(&package)?;
    bind(&compiled, &package)?;
    shrink(&places, &package.join("innovation_wasm_bg.wasm"))?;
    write_content(&package)?;
    weigh(&package)
}

/// Where things are.
struct Places {
    root: PathBuf,
    target: PathBuf,
}

impl Places {
    fn find() -> Outcome<Self> {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = tests.parent().ok_or("the tests stand in no workspace")?.to_owned();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |path| root.join(path));
        Ok(Self { root, target })
    }
}

/// Compiles the crate with whatever this machine has for WebAssembly.
fn compile(places: &Places) -> Outcome<PathBuf> {
    let arguments = ["build", "--profile", "wasm", "-p", "bindings-wasm", "--target", TARGET];
    if has_target() || run(Command::new("rustup").args(["target", "add", TARGET])).is_ok() {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        run(Command::new(cargo).args(arguments).current_dir(&places.root))?;
        return Ok(places.target.join(TARGET).join("wasm/innovation_wasm.wasm"));
    }
    println!("{TARGET} cannot be had through rustup: building std from Debian's sources");
    let target = places.target.join("debian");
    let linker = linker().ok_or("no wasm-ld: apt-get install rustc-web rust-web-src lld")?;
    run(Command::new("/usr/bin/cargo")
        .args(arguments)
        .arg("-Zbuild-std=std,panic_abort")
        .arg("--target-dir")
        .arg(&target)
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        .env_remove("RUSTUP_TOOLCHAIN")
        .current_dir(&places.root))?;
    Ok(target.join(TARGET).join("wasm/innovation_wasm.wasm"))
}

/// Whether the compiler in use has a standard library for WebAssembly.
fn has_target() -> bool {
    Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).exists())
}

/// The newest of Debian's linkers for WebAssembly.
fn linker() -> Option<PathBuf> {
    let versioned = (14..=30).rev().map(|version| format!("/usr/bin/wasm-ld-{version}"));
    versioned.chain(["/usr/bin/wasm-ld".to_owned()]).map(PathBuf::from).find(|path| path.exists())
}

/// Copies a folder with all it holds.
fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}

/// The built-in cards and rubrics, a module for each language, so that a page loads the one it
/// shows.
fn write_content(package: &Path) -> Outcome {
    for locale in ["en", "fr"] {
        let cards = DeckRequest { locale: Some(locale.into()), ..DeckRequest::default() };
        let cards = serde_json::to_string(&deck(&cards)?.cards)?;
        write_module(&package.join("deck"), locale, "Card", "cards", &cards)?;
        let rubrics = RubricsRequest { locale: Some(locale.into()), ..RubricsRequest::default() };
        let rubrics = serde_json::to_string(&evaluate::rubrics(&rubrics)?.rubrics)?;
        write_module(&package.join("rubrics"), locale, "Rubric", "rubrics", &rubrics)?;
    }
    Ok(())
}

/// A module whose default export is a list, and its types.
fn write_module(folder: &Path, locale: &str, of: &str, name: &str, list: &str) -> Outcome {
    fs::create_dir_all(folder)?;
    let types = format!(
        "import type {{ {of} }} from '../innovation.js';\n\n\
         declare const {name}: {of}[];\nexport default {name};\n"
    );
    fs::write(folder.join(format!("{locale}.js")), format!("export default {list};\n"))?;
    fs::write(folder.join(format!("{locale}.d.ts")), types)?;
    Ok(())
}

/// npm and cargo must name the same version.
fn agree_on_version(package: &Path) -> Outcome {
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(package.join("package.json"))?)?;
    let (npm, cargo) = (manifest.get("version"), env!("CARGO_PKG_VERSION"));
    if npm.and_then(|version| version.as_str()) != Some(cargo) {
        return Err(format!("package.json has version {npm:?}, Cargo.toml {cargo}").into());
    }
    Ok(())
}

/// Writes the glue and the module it loads.
fn bind(compiled: &Path, package: &Path) -> Outcome {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .web(true)?
        .omit_default_module_path(false)
        .input_path(compiled)
        .typescript(false)
        .remove_name_section(false)
        .remove_producers_section(true)
        .reset_state_function(true)
        .generate(package)?;
    Ok(())
}

/// Lets binaryen make the module smaller. In order of name the instances of one generic
/// function stand side by side, where compression finds what they share; names go at the end.
fn shrink(places: &Places, module: &Path) -> Outcome {
    let tools = places.target.join("node");
    run(Command::new("node").arg(places.root.join("tests/web/tools.mjs")).arg(&tools))?;
    run(Command::new("node")
        .arg(tools.join("node_modules/binaryen/bin/wasm-opt"))
        .args(["-Oz", "--reorder-functions-by-name", "-o"])
        .args([module, module]))
}

/// Prints what the package weighs and compares it with the budget.
fn weigh(package: &Path) -> Outcome {
    let mut files = Vec::new();
    list(package, &mut files)?;
    let (mut raw, mut compressed) = (0, 0);
    for file in &files {
        let bytes = fs::read(file)?;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&bytes)?;
        let gzip = encoder.finish()?.len();
        println!("{:>9} {gzip:>9} gzip  {}", bytes.len(), file.strip_prefix(package)?.display());
        if !["deck", "rubrics"].iter().any(|content| file.starts_with(package.join(content))) {
            raw += bytes.len();
            compressed += gzip;
        }
    }
    println!("size: {raw} bytes, {compressed} gzip of {BUDGET}: {}", package.display());
    if compressed > BUDGET {
        return Err(format!("the package weighs {compressed} bytes, more than {BUDGET}").into());
    }
    Ok(())
}

/// Every file below a folder, in order of name.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type()?.is_dir() {
            list(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}
