Option Explicit
' Where the lines of a Thai paper end. LibreOffice is asked where it ends each line; where that is inside a word, or
' between words that belong together, the line is ended sooner. Nothing invisible goes into the text for it: a joiner
' (U+2060) would cut the line into portions, and in justified lines vowels come loose at the end of a portion.
' What is known of the paragraphs of paper 7 is in 7.words, two lines for each: its text, where a line break is
' Chr(11), and a grade for every place in it.

Const INSIDE = "0"        ' the grades: inside a word,
Const DISLIKED = "1"      ' between words that belong together,
Const BETWEEN = "2"       ' anywhere else
Const FULL = 0.5          ' so much of a line must stay for a good end, or a disliked one is taken

Dim original As String    ' the paragraph in hand as it was,
Dim mended As String      ' as it is now,
Dim grades As String      ' what is known of it
Dim added As Long         ' and how many letters it has grown by

Sub EndLinesBetweenWords(doc As Object, path As String)
  Dim known As Object, eye As Object
  If FileLen(path) = 0 Then Exit Sub
  known = Learnt(path)
  mended = ""
  eye = doc.CurrentController.ViewCursor    ' the only one that knows lines; it lays the pages out
  eye.gotoStart(False)
  Do
    eye.gotoEndOfLine(False)
    EndSooner eye, known
  Loop While eye.goRight(1, False)
End Sub

Function Learnt(path As String) As Object
  Dim known As Object, file As Object, text As String
  known = com.sun.star.container.EnumerableMap.create("string", "string")
  file = CreateUnoService("com.sun.star.io.TextInputStream")    ' Line Input takes no more than 64 KB
  file.setInputStream(CreateUnoService("com.sun.star.ucb.SimpleFileAccess").openFileRead(ConvertToURL(path)))
  Do While Not file.isEOF()
    text = file.readLine()
    If text <> "" Then known.put(text, file.readLine())
  Loop
  file.closeInput()
  Learnt = known
End Function

Sub EndSooner(eye As Object, known As Object)
  Dim place As Object, ends As Long, best As Long
  place = eye.Text.createTextCursorByRange(eye.End)
  If place.isEndOfParagraph() Then Exit Sub
  TakeUp Paragraph(place), known
  ends = Before(place) - added
  If Len(grades) <= ends Then Exit Sub
  If Grade(ends) = BETWEEN Then Exit Sub
  eye.goLeft(1, False)        ' off the place that is the start of the next line as well
  eye.gotoStartOfLine(False)
  best = BestEnd(Before(eye) - added, ends)
  place.goLeft(ends - best, True)
  If best < ends And place.String = Mid(original, best + 1, ends - best) Then    ' a field counts as one letter
    place.collapseToStart()
    EndLine place, best
  End If
  eye.gotoRange(place.End, False)
End Sub

Sub TakeUp(said As String, known As Object)
  Dim text As String
  If said = mended Then Exit Sub
  original = said
  mended = said
  added = 0
  grades = ""
  text = Replace(said, Chr(10), Chr(11))
  If Not known.containsKey(text) And InStr(text, Chr(9)) > 0 Then text = UpToLastTab(text)
  If known.containsKey(text) Then grades = known.get(text)
End Sub

' The last good place of the line, or the last disliked one; `ends` where nothing is better.
Function BestEnd(from As Long, ends As Long) As Long
  Dim at As Long, fair As Long
  BestEnd = ends
  For at = ends - 1 To from + 1 Step -1
    If Grade(at) = BETWEEN And (at - from >= FULL * (ends - from) Or (Grade(ends) = INSIDE And fair = 0)) Then
      BestEnd = at
      Exit Function
    End If
    If Grade(at) = DISLIKED And fair = 0 Then fair = at
  Next
  If Grade(ends) = INSIDE And fair > 0 Then BestEnd = fair
End Function

Function Grade(letters As Long) As String
  Grade = Mid(grades, letters + 1, 1)
End Function

' A space before the end would stand out at the margin: the end takes its place.
Sub EndLine(place As Object, letters As Long)
  Dim spaces As Long
  Do While Mid(original, letters - spaces, 1) = " "
    spaces = spaces + 1
  Loop
  If spaces > 0 Then place.goLeft(spaces, True)
  place.String = ""
  place.Text.insertControlCharacter(place, com.sun.star.text.ControlCharacter.LINE_BREAK, False)
  added = added + 1 - spaces
  mended = Paragraph(place)
End Sub

Function Paragraph(place As Object) As String
  Dim whole As Object
  whole = place.Text.createTextCursorByRange(place)
  whole.gotoStartOfParagraph(False)
  whole.gotoEndOfParagraph(True)
  Paragraph = whole.String
End Function

Function Before(place As Object) As Long
  Dim part As Object
  part = place.Text.createTextCursorByRange(place)
  part.gotoStartOfParagraph(True)
  Before = Len(part.String)
End Function

Function UpToLastTab(text As String) As String
  Dim parts As Variant
  parts = Split(text, Chr(9))
  UpToLastTab = Left(text, Len(text) - Len(parts(UBound(parts))) - 1)
End Function

' LibreOffice makes a portion of "." after a Thai letter, and when a justified line has little to spare it puts all of
' that at the end of the portion before: "ป .ป.ช.". Where the abbreviation is set apart from the space before it,
' that is where it goes.
Sub KeepAbbreviationsTight(doc As Object)
  Dim search As Object, all As Object, i As Long
  search = doc.createSearchDescriptor()
  search.SearchRegularExpression = True
  search.SearchString = "(?<=\s)[ก-ฮ]{1,4}[./][ก-ฮ./]*"
  all = doc.findAll(search)
  For i = 0 To all.Count - 1
    all.getByIndex(i).CharScaleWidth = 100
  Next
End Sub
