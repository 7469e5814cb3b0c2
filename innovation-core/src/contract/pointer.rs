//! JSON Pointers (RFC 6901): the place in a request.

/// A pointer that is being put together.
#[derive(Debug, Default, Clone)]
pub(crate) struct Pointer(String);

impl Pointer {
    /// Goes into an array.
    pub(crate) fn index(&mut self, index: usize) {
        self.0.push('/');
        self.0.push_str(&index.to_string());
    }

    /// Goes into an object.
    pub(crate) fn key(&mut self, key: &str) {
        self.0.push('/');
        self.0.push_str(&key.replace('~', "~0").replace('/', "~1"));
    }
}

impl From<Pointer> for String {
    fn from(pointer: Pointer) -> Self {
        pointer.0
    }
}
