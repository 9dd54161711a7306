using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Suiying.Requests.Features;

/// <summary>What every form of a person about their own matter is given, and what it keeps of a refused one.</summary>
public abstract class OwnForm : ComponentBase
{
    [Parameter, EditorRequired]
    public TrackedRequest Tracked { get; set; } = null!;

    /// <summary>Where it is posted to.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>The query code; null where the person is signed in.</summary>
    [Parameter]
    public string? Code { get; set; }

    /// <summary>Why this form was refused; null where it was not sent.</summary>
    [Parameter]
    public Refusal? Refusal { get; set; }

    /// <summary>What was posted, so that a refused form loses nothing.</summary>
    [Parameter]
    public IFormCollection? Form { get; set; }

    [Inject]
    protected IStringLocalizer<Texts> T { get; set; } = null!;

    protected string Kept(string field) => Refusal is null ? "" : Form?[field].ToString() ?? "";
}
