using System.Security.Cryptography;
using System.Text;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>Free text of one step: what the resident wrote, what the unit replied. Can be erased; the history keeps its salted hash.</summary>
public sealed class RequestNote
{
    private RequestNote() { }

    public RequestNote(RequestId request, RequestAction kind, string text, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        RequestId = request;
        Kind = kind;
        Text = text.Trim();
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        At = at;
    }

    /// <summary>For generated requests, whose ids and salts follow from a seed: there is nobody whom the salt would have to protect.</summary>
    internal static RequestNote Synthetic(RequestId request, RequestAction kind, string text, DateTimeOffset at, Guid id, string salt) =>
        new()
        {
            Id = id,
            RequestId = request,
            Kind = kind,
            Text = text.Trim(),
            Salt = salt,
            At = at,
        };

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    /// <summary>The action that the text belongs to.</summary>
    public RequestAction Kind { get; private set; }

    public string Text { get; private set; } = "";

    public string Salt { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When the text was erased; null while it is there.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>
    /// Leaves a tombstone: when, of which step, and that there was a text. The salt goes with it, so that nobody can try short texts against the
    /// hash in the history.
    /// </summary>
    internal void Erase(DateTimeOffset at)
    {
        if (ErasedAt is null)
            (Text, Salt, ErasedAt) = ("", "", at);
    }

    /// <summary>SHA-256 over salt and text, lower-case hex.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Salt + Text)));
}
