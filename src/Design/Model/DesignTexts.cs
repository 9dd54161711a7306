namespace Suiying.Design;

/// <summary>
/// The resource of this project's texts. Not called Texts as in the modules: their pages import this namespace, and the nearer
/// using would silently win over their own.
/// </summary>
public sealed class DesignTexts;
