using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model;

/// <summary>Which key handed in a request. Written before the request itself; a row without a request says nothing to anybody.</summary>
public sealed class Open311Request
{
    private Open311Request() { }

    public Open311Request(RequestId request, Guid key, DateTimeOffset at) => (RequestId, KeyId, At) = (request, key, at);

    public RequestId RequestId { get; private set; }

    public Guid KeyId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
