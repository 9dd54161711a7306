using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>
/// A photo as it was kept, re-encoded and stripped of all that the camera wrote into it; or a recording or film, cleaned. One set of rules
/// says who may see them and how long they are kept.
/// </summary>
public sealed class RequestAttachment
{
    private RequestAttachment() { }

    public RequestAttachment(RequestId request, string file, string contentType, long bytes, RequestAction addedBy, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        RequestId = request;
        File = file;
        ContentType = contentType;
        Bytes = bytes;
        AddedBy = addedBy;
        At = at;
    }

    public const int Most = IIncomingPhotos.Most;

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    /// <summary>Name in the file store.</summary>
    public string File { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public bool IsPicture => MediaKind.IsPicture(ContentType);

    public long Bytes { get; private set; }

    /// <summary>The action that brought it: registration, added facts or the unit's reply.</summary>
    public RequestAction AddedBy { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>True where a unit brought it, not the person.</summary>
    public bool OfUnit => AddedBy is RequestAction.Reply or RequestAction.SubReport or RequestAction.RecordContact;

    /// <summary>When the photo was erased; what is left says that there was one.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    internal void Erase(DateTimeOffset at) => ErasedAt ??= at;
}
