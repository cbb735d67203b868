package fault

// Validation collects everything that is wrong with an input, so that a form can show it at once.
type Validation struct{ fields []Field }

// Add notes that a field is wrong; name is its JSON name, code is stable and kebab-case.
func (v *Validation) Add(name, code, format string, args ...any) {
	v.fields = append(v.fields, Field{Name: name, Code: code, Format: format, Args: args})
}

// Check adds the field's error unless ok.
func (v *Validation) Check(ok bool, name, code, format string, args ...any) {
	if !ok {
		v.Add(name, code, format, args...)
	}
}

// Err gives nil when nothing was added, else one Fault with every field.
func (v *Validation) Err() error {
	if len(v.fields) == 0 {
		return nil
	}
	return &Fault{Kind: Invalid, Code: "validation", Format: "Some fields need your attention.", Fields: v.fields}
}

// With gives everything that is wrong together with what another check of the same input found.
func (v *Validation) With(err error) error {
	found, refused := As(err)
	if err != nil && (!refused || found.Kind != Invalid) {
		return err
	}
	if refused {
		v.fields = append(found.Fields, v.fields...)
	}
	return v.Err()
}
