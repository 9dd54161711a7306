using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>A photo that the file store already has, re-encoded.</summary>
public sealed record KeptPhoto(string File, string ContentType, long Bytes)
{
    public RequestAttachment AttachTo(RequestId request, RequestAction by, DateTimeOffset at) =>
        new(request, File, ContentType, Bytes, by, at);
}
