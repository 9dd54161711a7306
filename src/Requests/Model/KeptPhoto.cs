using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>A photo, re-encoded, or a recording or film, cleaned, that the file store already has.</summary>
public sealed record KeptPhoto(string File, string ContentType, long Bytes)
{
    public bool IsPicture => MediaKind.IsPicture(ContentType);

    public RequestAttachment AttachTo(RequestId request, RequestAction by, DateTimeOffset at) =>
        new(request, File, ContentType, Bytes, by, at);
}
