// SPDX-License-Identifier: MIT
#include "cipher/scrypt_bound.hpp"

#include "cipher/openssl.hpp"

#include <openssl/err.h>

namespace p2pchat::cipher {
namespace {

using Pbes2 = std::unique_ptr<PBE2PARAM, FreedBy<PBE2PARAM_free>>;
using Scrypt = std::unique_ptr<SCRYPT_PARAMS, FreedBy<SCRYPT_PARAMS_free>>;

template <class T>
T* unpacked(const X509_ALGOR& algorithm, int nid, const ASN1_ITEM* item) {
  const ASN1_OBJECT* object = nullptr;
  const void* parameter = nullptr;
  int type = 0;
  X509_ALGOR_get0(&object, &type, &parameter, &algorithm);
  if (OBJ_obj2nid(object) != nid || type != V_ASN1_SEQUENCE) return nullptr;
  return static_cast<T*>(ASN1_item_unpack(static_cast<const ASN1_STRING*>(parameter), item));
}

bool at_most(const ASN1_INTEGER* number, std::uint64_t limit) {
  std::uint64_t value = 0;
  return ASN1_INTEGER_get_uint64(&value, number) == 1 && value <= limit;
}

}  // namespace

bool scrypt_within_bounds(const X509_SIG& sealed) {
  const X509_ALGOR* algorithm = nullptr;
  X509_SIG_get0(&sealed, &algorithm, nullptr);
  const Pbes2 scheme(unpacked<PBE2PARAM>(*algorithm, NID_pbes2, ASN1_ITEM_rptr(PBE2PARAM)));
  const Scrypt scrypt(scheme ? unpacked<SCRYPT_PARAMS>(*scheme->keyfunc, NID_id_scrypt, ASN1_ITEM_rptr(SCRYPT_PARAMS))
                             : nullptr);
  const bool aes = scheme && OBJ_obj2nid(scheme->encryption->algorithm) == NID_aes_256_cbc;
  const bool bounded = aes && scrypt && at_most(scrypt->costParameter, 1 << 14) && at_most(scrypt->blockSize, 8) &&
                       at_most(scrypt->parallelizationParameter, 16);
  ERR_clear_error();
  return bounded;
}

}  // namespace p2pchat::cipher
