Option Explicit
' What LibreOffice itself runs for ita_docs/pdf.py: it takes papers from a queue folder, one load each, sets right what
' it misreads in Thai papers and saves tagged PDFs. Paper 7 is 7.docx, with the bookmarks whose pages are told in Thai
' digits in 7.thai and the places for line ends in 7.words; its answer is 7.pdf, or 7.no holding the step that went
' wrong: read, refer or save.

Const PAUSE = 4           ' milliseconds between two looks into the folder
Const PATIENCE = 120000   ' without a paper for so long, nobody is there any more

Sub Main
  Dim queue As String, number As Long, idle As Long
  queue = Environ("ITA_DOCS_QUEUE") & "/"
  number = CLng(Environ("ITA_DOCS_FIRST"))
  Do While idle < PATIENCE
    If FileExists(queue & number & ".docx") Then
      Serve queue & number
      number = number + 1
      idle = 0
    ElseIf FileExists(queue & "closed") Then
      Exit Do
    Else
      Wait PAUSE
      idle = idle + PAUSE
    End If
  Loop
  StarDesktop.terminate()
End Sub

Sub Serve(paper As String)
  Dim doc As Object, stage As String
  On Error Goto Refused
  stage = "read"
  doc = Opened(paper & ".docx")
  doc.lockControllers()       ' the page is laid out once, when all is set right
  DropThaiGaps doc
  TellLanguage doc
  NumberPagesInThai doc
  KeepAbbreviationsTight doc
  doc.unlockControllers()
  EndLinesBetweenWords doc, paper & ".words"
  stage = "refer"
  If Not ReferInThai(doc, Words(paper & ".thai")) Then Goto Refused
  stage = "save"
  Save doc, paper & ".half"
  doc.close(True)
  Name paper & ".half" As paper & ".pdf"
  Exit Sub
Refused:
  On Error Resume Next
  If Not IsNull(doc) Then doc.close(True)
  Answer paper & ".half", stage
  Name paper & ".half" As paper & ".no"
End Sub

Function Opened(path As String) As Object
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, Array( _
    Setting("FilterName", "MS Word 2007 XML"), _
    Setting("Hidden", True), _
    Setting("MacroExecutionMode", com.sun.star.document.MacroExecMode.NEVER_EXECUTE), _
    Setting("UpdateDocMode", com.sun.star.document.UpdateDocMode.NO_UPDATE)))
End Function

' PDF/A-3 and PDF/UA, tagged; pictures as they are, for the emblem is line art.
Sub Save(doc As Object, path As String)
  Dim how As Variant
  how = Array(Setting("SelectPdfVersion", 3), Setting("PDFUACompliance", True), Setting("UseTaggedPDF", True), _
    Setting("DisplayPDFDocumentTitle", True), Setting("ExportBookmarks", True), _
    Setting("UseLosslessCompression", True), Setting("ReduceImageResolution", False))
  doc.storeToURL(ConvertToURL(path), Array(Setting("FilterName", "writer_pdf_Export"), Setting("FilterData", how)))
End Sub

' LibreOffice sets Latin and Thai letters apart ("O ๑"). Every style takes this from the document's defaults.
Sub DropThaiGaps(doc As Object)
  Dim defaults As Object
  defaults = doc.createInstance("com.sun.star.text.Defaults")
  defaults.ParaIsCharacterDistance = False
End Sub

' The PDF's language is the Western one of the defaults, so a Thai paper must say Thai there. Its styles keep the
' language they had: Latin words under Thai would be broken inside.
Sub TellLanguage(doc As Object)
  Dim defaults As Object, told As Object, latin As Object, styles As Object, style As Object, i As Long
  defaults = doc.createInstance("com.sun.star.text.Defaults")
  told = doc.DocumentProperties.Language
  latin = defaults.CharLocale
  If told.Language = "" Or (told.Language = latin.Language And told.Country = latin.Country) Then Exit Sub
  defaults.CharLocale = told
  styles = doc.StyleFamilies.getByName("ParagraphStyles")
  For i = 0 To styles.Count - 1
    style = styles.getByIndex(i)
    If style.ParentStyle = "" Then
      If style.getPropertyState("CharLocale") <> com.sun.star.beans.PropertyState.DIRECT_VALUE Then
        style.CharLocale = latin
      End If
    End If
  Next
End Sub

' PAGE \* ThaiArabic is read as the letters ก ข ค. Thai digits are "native" numbers of Thai text, and a field only
' takes that kind of number when it is new.
Sub NumberPagesInThai(doc As Object)
  Dim field As Object, digits As Object, place As Object
  For Each field In FieldsOf(doc, "PageNumber")
    If field.NumberingType = com.sun.star.style.NumberingType.CHARS_THAI Then
      digits = doc.createInstance("com.sun.star.text.TextField.PageNumber")
      digits.SubType = field.SubType
      digits.Offset = field.Offset
      digits.NumberingType = com.sun.star.style.NumberingType.NATIVE_NUMBERING
      place = field.Anchor
      place.CharLocale = Thai()
      place.Text.insertTextContent(place, digits, True)
    End If
  Next
End Sub

' PAGEREF loses its \* ThaiArabic and always tells 1 2 3, so once the pages are known the field gives way to the
' digits. Says no when a bookmark is not there: the paper must stop, not print what the template happened to show.
Function ReferInThai(doc As Object, wanted As String) As Boolean
  Dim references As Variant, field As Object, pages As Long
  ReferInThai = False
  references = FieldsOf(doc, "GetReference")
  If UBound(references) >= 0 Then
    pages = doc.CurrentController.PageCount    ' lays the pages out
    doc.TextFields.refresh()
  End If
  For Each field In references
    If field.ReferenceFieldPart = com.sun.star.text.ReferenceFieldPart.PAGE Then
      If Not doc.Bookmarks.hasByName(field.SourceName) Then Exit Function
      If InStr(wanted, " " & field.SourceName & " ") > 0 Then
        PutDigits field.Anchor, ThaiDigits(field.getPresentation(False)), field.SourceName
      End If
    End If
  Next
  ReferInThai = True
End Function

' The digits lead to their page as the field did, and look as it did: a link would turn blue, and one without the
' style of links would not be a link in the PDF.
Sub PutDigits(field As Object, digits As String, bookmark As String)
  Dim place As Object, colour As Long, underline As Integer
  place = field.Text.createTextCursorByRange(field)
  place.String = digits
  colour = place.CharColor
  underline = place.CharUnderline
  place.HyperLinkURL = "#" & bookmark
  place.CharColor = colour
  place.CharUnderline = underline
End Sub

' A list made first: the fields of a document cannot be replaced while they are being counted.
Function FieldsOf(doc As Object, kind As String) As Variant
  Dim found() As Object, count As Long, all As Object, field As Object
  all = doc.TextFields.createEnumeration()
  Do While all.hasMoreElements()
    field = all.nextElement()
    If field.supportsService("com.sun.star.text.TextField." & kind) Then
      ReDim Preserve found(count)
      found(count) = field
      count = count + 1
    End If
  Loop
  FieldsOf = found()
End Function

Function ThaiDigits(figures As String) As String
  Dim i As Long, text As String
  For i = 1 To Len(figures)
    text = text & Chr(3664 + CLng(Mid(figures, i, 1)))
  Next
  ThaiDigits = text
End Function

Function Thai() As Object
  Dim locale As New com.sun.star.lang.Locale
  locale.Language = "th"
  locale.Country = "TH"
  Thai = locale
End Function

Function Setting(name As String, value As Variant) As Object
  Dim pair As New com.sun.star.beans.PropertyValue
  pair.Name = name
  pair.Value = value
  Setting = pair
End Function

Function Words(path As String) As String
  Dim file As Integer, text As String
  file = FreeFile
  Open path For Input As #file
  Line Input #file, text
  Close #file
  Words = text
End Function

Sub Answer(path As String, word As String)
  Dim file As Integer
  file = FreeFile
  Open path For Output As #file
  Print #file, word
  Close #file
End Sub
