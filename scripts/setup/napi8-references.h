// Lets better-sqlite3 13 (written for Node-API 10) be built for Node-API 8.
//
// Before Node-API 10 a reference may hold only an object, a function or a symbol; the package also keeps
// references to strings, which an older runtime refuses. Here a primitive is boxed in a one-element array that
// carries a type tag, and unboxed on reading. Everything else passes through untouched.
#pragma once

#include <node_api.h>

namespace napi8 {

static constexpr napi_type_tag kBox = {0x7c1d4f0a9be24c55ULL, 0x93a6e0d8517b2f64ULL};

inline bool ReferenceableAsItIs(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_symbol;
}

inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (ReferenceableAsItIs(type)) return napi_create_reference(env, value, count, result);

  napi_value box;
  if ((status = napi_create_array_with_length(env, 1, &box)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &kBox)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

inline napi_status GetReferenceValue(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;

  bool boxed = false;
  if (napi_is_array(env, *result, &boxed) != napi_ok || !boxed) return napi_ok;
  if (napi_check_object_type_tag(env, *result, &kBox, &boxed) != napi_ok || !boxed) return napi_ok;
  return napi_get_element(env, *result, 0, result);
}

}  // namespace napi8

#define napi_create_reference napi8::CreateReference
#define napi_get_reference_value napi8::GetReferenceValue
