package token

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
)

// Stamper signs what stands in a link, so that whoever has the link may do the one thing that it says without signing
// in. Stamps do not expire, since links in old mails must work.
type Stamper struct{ key []byte }

// NewStamper takes the installation's secret key. Stamps for one purpose prove nothing for another.
func NewStamper(key []byte, purpose string) Stamper {
	return Stamper{sum(key, purpose)}
}

// Stamp proves that the text is ours.
func (s Stamper) Stamp(text string) string {
	return base64.RawURLEncoding.EncodeToString(sum(s.key, text))
}

// Genuine tells whether a stamp is that of the text.
func (s Stamper) Genuine(text, stamp string) bool {
	return hmac.Equal([]byte(s.Stamp(text)), []byte(stamp))
}

func sum(key []byte, text string) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return mac.Sum(nil)
}
