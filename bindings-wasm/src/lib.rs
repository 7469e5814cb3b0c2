//! The door for JavaScript: one function, JSON text in, JSON text out.
//!
//! Everything a page or a server sees (namespaces, types, a real `Error`, workers) is the thin
//! layer in `npm/`; here stands what only Rust can give. The door brings what the core lacks
//! on purpose: a clock and a callback.
//!
//! Invariant: nothing is thrown; an error comes back as `{"error": …}`, which no response is.
//! Invariant: only text, numbers and one function cross; no object has to be freed.

use innovation_core::{Limits, Progress, Result, Watch, call_with, contract};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The host's clock: never set back, and the same in pages, workers and servers.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;

    /// A function of the host that hears of progress.
    #[wasm_bindgen(js_name = Function)]
    pub type Callback;

    /// `callback.call(undefined, done, total, best)`; `false` asks to stop.
    #[wasm_bindgen(method, catch)]
    fn call(
        this: &Callback,
        context: &JsValue,
        done: f64,
        total: Option<f64>,
        best: Option<f64>,
    ) -> std::result::Result<Option<bool>, JsValue>;
}

/// Runs an operation and gives its response, or `{"error": …}`, as JSON text.
///
/// `limits` is JSON text. `progress` is called with the steps done, the steps planned and the
/// best value, the latter two `undefined` where they are not known; when it returns `false`
/// or throws, the search stops and answers with the best it has.
#[wasm_bindgen]
#[must_use]
pub fn call(
    name: &str,
    request: &str,
    limits: Option<String>,
    progress: Option<Callback>,
) -> String {
    read(limits.as_deref())
        .and_then(|limits| call_with(name, request, &limits, &mut Host { progress }))
        .unwrap_or_else(|error| error.to_json())
}

/// Reads limits; an error is placed where JavaScript callers write them.
fn read(limits: Option<&str>) -> Result<Limits> {
    let Some(text) = limits else {
        return Ok(Limits::default());
    };
    contract::read(text, &Limits::default()).map_err(|error| {
        let path = format!("/options/limits{}", error.path());
        error.at(path)
    })
}

/// The page or server that called.
struct Host {
    progress: Option<Callback>,
}

impl Watch for Host {
    fn milliseconds(&mut self) -> Option<f64> {
        Some(now())
    }

    fn proceed(&mut self, progress: &Progress) -> bool {
        let Some(callback) = &self.progress else {
            return true;
        };
        // Steps stay far below 2^53, where a JavaScript number would lose one.
        let steps = |count: u64| count as f64;
        callback
            .call(
                &JsValue::UNDEFINED,
                steps(progress.done),
                progress.total.map(steps),
                progress.best,
            )
            .is_ok_and(|answer| answer != Some(false))
    }
}
