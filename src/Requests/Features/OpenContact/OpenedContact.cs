using Suiying.Contracts.People;

namespace Suiying.Requests.Features;

/// <summary>The contact that somebody opened on a desk, so that two places of one page show it after one logged opening.</summary>
public sealed class OpenedContact
{
    private string? number;
    private Identity? identity;

    public event Action? Changed;

    public Identity? Of(string request) => number == request ? identity : null;

    public void Show(string request, Identity opened)
    {
        (number, identity) = (request, opened);
        Changed?.Invoke();
    }

    public void Hide()
    {
        (number, identity) = (null, null);
        Changed?.Invoke();
    }
}
