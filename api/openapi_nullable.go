package api

import (
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// describeNulls says in the document which objects may be null: huma leaves that out for a pointer to a struct, since
// a reference cannot say it beside itself.
func describeNulls(registry huma.Registry) {
	for name, schema := range registry.Map() {
		shape := registry.TypeFromRef("#/components/schemas/" + name)
		if shape == nil || shape.Kind() != reflect.Struct {
			continue
		}
		for _, field := range reflect.VisibleFields(shape) {
			property := schema.Properties[jsonName(field)]
			if property == nil || property.Ref == "" || field.Type.Kind() != reflect.Pointer {
				continue
			}
			schema.Properties[jsonName(field)] = &huma.Schema{
				Description: property.Description,
				AnyOf:       []*huma.Schema{{Ref: property.Ref}, {Type: "null"}},
			}
		}
	}
}

func jsonName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}
