using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Suiying.Tests.People;

/// <summary>An authenticator in software with one key (ES256, no attestation), written from WebAuthn level 3 and not from the program under test.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string owner = "";

    public string Origin { get; init; } = "http://localhost";

    /// <summary>Whether finger, face or PIN was checked.</summary>
    public bool Verifies { get; set; } = true;

    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        owner = (string)asked["user"]!["id"]!;
        var point = key.ExportParameters(false).Q;
        // COSE: key type EC2, algorithm ES256, curve P-256, x, y.
        byte[] cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(0x40), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        // CBOR: { "fmt": "none", "attStmt": {}, "authData": data }.
        byte[] attestation =
        [
            0xa3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xa0,
            .. Text("authData"),
            0x58,
            (byte)data.Length,
            .. data,
        ];
        return Answer(
            new
            {
                clientDataJSON = Encode(Client("webauthn.create", asked)),
                attestationObject = Encode(attestation),
                transports = new[] { "internal" },
            }
        );
    }

    public string Get(string options)
    {
        var client = Client("webauthn.get", JsonNode.Parse(options)!);
        var data = Data(0);
        var signature = key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return Answer(
            new
            {
                clientDataJSON = Encode(client),
                authenticatorData = Encode(data),
                signature = Encode(signature),
                userHandle = owner,
            }
        );
    }

    public void Dispose() => key.Dispose();

    private byte[] Data(byte more)
    {
        var flags = (byte)(0x01 | (Verifies ? 0x04 : 0) | more);
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes("localhost")), flags, .. counter];
    }

    private byte[] Client(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = (string)asked["challenge"]!,
                origin = Origin,
                crossOrigin = false,
            }
        );

    private string Answer(object response) =>
        JsonSerializer.Serialize(
            new
            {
                id = Encode(id),
                rawId = Encode(id),
                type = "public-key",
                clientExtensionResults = new { },
                response,
            }
        );

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
