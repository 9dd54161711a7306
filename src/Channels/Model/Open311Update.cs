using System.Security.Cryptography;
using System.Text;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model;

/// <summary>Facts that a key added to its request; its id is the key under which the step stands in the request's history.</summary>
public sealed class Open311Update
{
    private Open311Update() { }

    public Open311Update(Guid id, RequestId request, Guid key, DateTimeOffset at) => (Id, RequestId, KeyId, At) = (id, request, key, at);

    public Guid Id { get; private set; }

    public RequestId RequestId { get; private set; }

    public Guid KeyId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The same for every retry of an update to which the client gave an id of its own.</summary>
    public static Guid IdOf(Guid key, RequestId request, string clientId) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key:N}|{request.Value:N}|{clientId}")).AsSpan(0, 16));
}
