using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Suiying.Kernel;

namespace Suiying.Design;

/// <summary>A form of a page that takes one step of a matter: what was typed stays where it is refused, and who was late is told.</summary>
public abstract class PostedForm : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected Refusal? Refused { get; private set; }

    protected Actor By => Actor.From(Http.User);

    /// <summary>The revision that the form was sent with; null where it was not.</summary>
    protected int? Seen => int.TryParse(Said("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    /// <summary>The form stands on the page: its step may be taken, or it was sent from a page that is no longer true and is answered.</summary>
    protected bool Stands(bool lets, string form) => lets || Said("_handler") == form;

    /// <summary>What a field of the form was sent with; empty where it was not.</summary>
    protected string Said(string field) => Http.Request.HasFormContentType ? Http.Request.Form[field].ToString() : "";

    /// <summary>All that a field of the form was sent with.</summary>
    protected IReadOnlyList<string> AllSaid(string field) =>
        Http.Request.HasFormContentType ? [.. Http.Request.Form[field].OfType<string>()] : [];

    protected string? ProblemOf(string field) => Refused?.Fields.Of(field);

    /// <summary>Takes the step and goes on to a page, or stays with the refusal.</summary>
    protected async Task Take<T>(Task<Outcome<T>> step, Func<T, string> next)
        where T : notnull
    {
        if ((await step).Ok(out var done, out var refusal))
            Navigation.NavigateTo(next(done));
        else
            Refuse(refusal);
    }

    protected void Refuse(Refusal refusal) => (Refused, Http.Response.StatusCode) = (refusal, refusal.StatusCode());
}
