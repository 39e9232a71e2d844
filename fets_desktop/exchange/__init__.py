"""What leaves for other programs and for paper: file layouts, label descriptions, and the page to print."""
