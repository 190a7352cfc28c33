"""The addresses of writing a case: form, preview, submit, own cases."""
