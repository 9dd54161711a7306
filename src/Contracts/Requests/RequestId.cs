namespace Suiying.Contracts.Requests;

/// <summary>Id of a request; version 7, so that it follows the time of registration. The one id that runs through the whole loop.</summary>
public readonly record struct RequestId(Guid Value)
{
    public static RequestId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}
